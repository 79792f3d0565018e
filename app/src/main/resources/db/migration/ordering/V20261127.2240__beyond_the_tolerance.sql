-- What becomes of a line whose price rises beyond the tolerance. Until now the shopper was always asked.
ALTER TABLE ordering.orders ADD COLUMN tolerance_beyond text NOT NULL DEFAULT 'ASK';
ALTER TABLE ordering.orders ALTER COLUMN tolerance_beyond DROP DEFAULT;
