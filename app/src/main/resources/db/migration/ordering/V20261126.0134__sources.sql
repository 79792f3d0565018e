-- The connector whose offer lies in the cart, and whose offer was ordered. Until now each marketplace had one.
ALTER TABLE ordering.cart_line ADD COLUMN source text NOT NULL DEFAULT '';
UPDATE ordering.cart_line SET source = CASE marketplace WHEN 'ALI1688' THEN 'ali1688' WHEN 'TAOBAO' THEN 'taobao-global' ELSE marketplace END;
ALTER TABLE ordering.cart_line ALTER COLUMN source DROP DEFAULT;

UPDATE ordering.orders SET story = jsonb_set(story, '{lines}', (
    SELECT jsonb_agg(jsonb_set(line, '{source}',
        CASE line -> 'item' ->> 'marketplace' WHEN 'ALI1688' THEN '"ali1688"'::jsonb WHEN 'TAOBAO' THEN '"taobao-global"'::jsonb ELSE '""'::jsonb END)
        ORDER BY place)
    FROM jsonb_array_elements(story -> 'lines') WITH ORDINALITY AS all_lines (line, place)))
WHERE jsonb_array_length(story -> 'lines') > 0;
