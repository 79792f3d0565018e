-- A purchase goes through one connector, of which a marketplace can have several; until now each had one.
ALTER TABLE procurement.purchase ADD COLUMN source text NOT NULL DEFAULT '';
UPDATE procurement.purchase SET source = CASE marketplace WHEN 'ALI1688' THEN 'ali1688' WHEN 'TAOBAO' THEN 'taobao-global' ELSE marketplace END;
ALTER TABLE procurement.purchase ALTER COLUMN source DROP DEFAULT;
ALTER TABLE procurement.purchase DROP CONSTRAINT purchase_order_id_marketplace_shop_id_key;
ALTER TABLE procurement.purchase ADD UNIQUE (order_id, marketplace, source, shop_id);

UPDATE procurement.purchase SET document = jsonb_set(document, '{source}', to_jsonb(source));
UPDATE procurement.purchase SET document = jsonb_set(document, '{upstream}', (
    SELECT jsonb_agg(jsonb_set(one, '{order,source}', to_jsonb(source)) ORDER BY place)
    FROM jsonb_array_elements(document -> 'upstream') WITH ORDINALITY AS all_orders (one, place)))
WHERE jsonb_array_length(document -> 'upstream') > 0;

ALTER TABLE procurement.upstream ADD COLUMN source text NOT NULL DEFAULT '';
UPDATE procurement.upstream SET source = CASE marketplace WHEN 'ALI1688' THEN 'ali1688' WHEN 'TAOBAO' THEN 'taobao-global' ELSE marketplace END;
ALTER TABLE procurement.upstream ALTER COLUMN source DROP DEFAULT;
ALTER TABLE procurement.upstream DROP CONSTRAINT upstream_pkey;
ALTER TABLE procurement.upstream ADD PRIMARY KEY (marketplace, source, upstream_id);
