-- What a source told is kept as it was told; prices says of each of its prices whether it is believed. Null: not judged yet, and so not shown.
-- held: prices that wait for an operator. kept: prices of which an operator said that they stay held.
-- undecided: with more knowledge of such goods the verdicts may be others, so that they are judged again now and then.
ALTER TABLE catalog.offer ADD COLUMN prices jsonb;
ALTER TABLE catalog.offer ADD COLUMN held int NOT NULL DEFAULT 0;
ALTER TABLE catalog.offer ADD COLUMN kept int NOT NULL DEFAULT 0;
ALTER TABLE catalog.offer ADD COLUMN undecided boolean NOT NULL DEFAULT true;
ALTER TABLE catalog.offer ADD COLUMN judged_at timestamptz NOT NULL DEFAULT '2000-01-01T00:00:00Z';
CREATE INDEX offer_held ON catalog.offer (judged_at) WHERE held > 0;
CREATE INDEX offer_kept ON catalog.offer (judged_at) WHERE kept > 0;
CREATE INDEX offer_undecided ON catalog.offer (judged_at) WHERE undecided;

-- What the item costs by what was told, whether believed or not: what a category costs is learnt from it. price_from_minor is what is believed.
ALTER TABLE catalog.product ADD COLUMN usual_minor bigint;

-- What operators said about a price of an item: written once for all, the latest counts.
CREATE TABLE catalog.price_word (
    id          uuid PRIMARY KEY,
    product_id  uuid NOT NULL,
    price_minor bigint NOT NULL,
    currency    char(3) NOT NULL,
    released    boolean NOT NULL,
    account_id  uuid NOT NULL,
    said_at     timestamptz NOT NULL
);
CREATE INDEX price_word_by_product ON catalog.price_word (product_id, said_at DESC);
GRANT SELECT, INSERT ON catalog.price_word TO ${app};
