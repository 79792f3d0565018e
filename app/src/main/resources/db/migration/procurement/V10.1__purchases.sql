CREATE SCHEMA procurement;
GRANT USAGE ON SCHEMA procurement TO ${app};

-- next_at: when it is to be taken up; null when it waits for news, or for nothing.
-- claimed_until: a node is at work on it; after this another may take it over.
CREATE TABLE procurement.purchase (
    id            uuid PRIMARY KEY,
    order_id      uuid NOT NULL,
    marketplace   text NOT NULL,
    shop_id       text NOT NULL,
    state         text NOT NULL,
    document      jsonb NOT NULL,
    tries         int NOT NULL,
    next_at       timestamptz,
    claimed_until timestamptz,
    changed_at    timestamptz NOT NULL,
    UNIQUE (order_id, marketplace, shop_id)
);
CREATE INDEX purchase_due ON procurement.purchase (next_at);
CREATE INDEX purchase_claimed ON procurement.purchase (claimed_until);
CREATE INDEX purchase_by_state ON procurement.purchase (state, changed_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON procurement.purchase TO ${app};

CREATE TABLE procurement.upstream (
    marketplace text NOT NULL,
    upstream_id text NOT NULL,
    purchase_id uuid NOT NULL,
    PRIMARY KEY (marketplace, upstream_id)
);
GRANT SELECT, INSERT ON procurement.upstream TO ${app};

CREATE TABLE procurement.waybill (
    purchase_id uuid NOT NULL,
    number      text NOT NULL,
    company     text NOT NULL,
    heard_at    timestamptz NOT NULL,
    PRIMARY KEY (purchase_id, number)
);
GRANT SELECT, INSERT ON procurement.waybill TO ${app};
