-- Since the scales teach us, a quote freezes what each piece was taken to weigh, and its terms speak of the guarantee's loading. Older quotes froze no
-- pieces: they stay as they are, and cannot be made again.
UPDATE ordering.orders
SET quote = jsonb_set(
        jsonb_set(
            jsonb_set(
                jsonb_set(quote, '{weight,pieces}', '[]'),
                '{weight,known}', coalesce(quote #> '{weight,stated}', 'false')),
            '{terms,guaranteeLoadingPercent}', '0'),
        '{terms,packingVariesPercent}', '0')
    #- '{weight,stated}' #- '{terms,guaranteePercent}' #- '{terms,statedLowPercent}' #- '{terms,statedHighPercent}'
WHERE quote -> 'weight' IS NOT NULL AND quote #> '{weight,pieces}' IS NULL;
