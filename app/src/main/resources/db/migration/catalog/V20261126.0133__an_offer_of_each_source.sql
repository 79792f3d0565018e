-- The newest offer of each source that has shown the item; the best of them is shown, and lends the product's row what lists order by.
-- checked_at: when the source last told us what it is, whether or not that was new.
CREATE TABLE catalog.offer (
    product_id uuid NOT NULL,
    source     text NOT NULL,
    offer      jsonb NOT NULL,
    checked_at timestamptz NOT NULL,
    PRIMARY KEY (product_id, source)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON catalog.offer TO ${app};

-- Sources used to bear their marketplace's name.
INSERT INTO catalog.offer (product_id, source, offer, checked_at)
SELECT id, source, jsonb_set(offer, '{source}', to_jsonb(source)), checked_at
FROM (SELECT id, offer, checked_at,
          CASE marketplace WHEN '1688' THEN 'ali1688' WHEN 'taobao' THEN 'taobao-global' ELSE marketplace END AS source
      FROM catalog.product) p;
ALTER TABLE catalog.product DROP COLUMN offer;
ALTER TABLE catalog.product DROP COLUMN checked_at;

-- Versions are kept by source; what an old version says of itself stays as it was written.
ALTER TABLE catalog.version ADD COLUMN source text NOT NULL DEFAULT '';
UPDATE catalog.version SET source = CASE offer ->> 'source' WHEN '1688' THEN 'ali1688' WHEN 'taobao' THEN 'taobao-global' ELSE offer ->> 'source' END;
ALTER TABLE catalog.version ALTER COLUMN source DROP DEFAULT;
DROP INDEX catalog.version_by_product;
CREATE INDEX version_by_product ON catalog.version (product_id, source, seen_at DESC);
