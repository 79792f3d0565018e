CREATE SCHEMA catalog;
GRANT USAGE ON SCHEMA catalog TO ${app};

-- One product for each item of each marketplace, as it was when it was last seen.
CREATE TABLE catalog.product (
    id               uuid PRIMARY KEY,
    marketplace      text NOT NULL,
    item_id          text NOT NULL,
    offer            jsonb NOT NULL,
    availability     text NOT NULL,
    price_from_minor bigint,
    currency         char(3),
    category_id      text NOT NULL,
    sold             bigint NOT NULL,
    first_seen_at    timestamptz NOT NULL,
    checked_at       timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    change_seq       bigint NOT NULL,
    UNIQUE (marketplace, item_id)
);
CREATE INDEX product_by_change ON catalog.product (change_seq);
CREATE INDEX product_by_category ON catalog.product (marketplace, category_id, sold DESC);
CREATE INDEX product_by_sold ON catalog.product (sold DESC) WHERE availability = 'ON_SALE';
CREATE INDEX product_by_age ON catalog.product (first_seen_at DESC) WHERE availability = 'ON_SALE';
GRANT SELECT, INSERT, UPDATE, DELETE ON catalog.product TO ${app};

-- Whoever changes a product takes the next number under this row's lock and commits, so numbers become visible in their order.
CREATE TABLE catalog.change_counter (
    id   int PRIMARY KEY,
    last bigint NOT NULL
);
INSERT INTO catalog.change_counter (id, last) VALUES (1, 0);
GRANT SELECT, UPDATE ON catalog.change_counter TO ${app};

-- Each offer that differed from the one before it; written once for all.
CREATE TABLE catalog.version (
    id         uuid PRIMARY KEY,
    product_id uuid NOT NULL,
    seen_at    timestamptz NOT NULL,
    changes    text NOT NULL,
    offer      jsonb NOT NULL
);
CREATE INDEX version_by_product ON catalog.version (product_id, seen_at DESC);
GRANT SELECT, INSERT ON catalog.version TO ${app};

-- What one piece cost at least, each time that this moved; written once for all.
CREATE TABLE catalog.price_point (
    id               uuid PRIMARY KEY,
    product_id       uuid NOT NULL,
    seen_at          timestamptz NOT NULL,
    price_from_minor bigint NOT NULL,
    currency         char(3) NOT NULL
);
CREATE INDEX price_point_by_product ON catalog.price_point (product_id, seen_at DESC);
GRANT SELECT, INSERT ON catalog.price_point TO ${app};

-- The marketplaces' categories as their offers name them; the path runs from the widest to the leaf.
CREATE TABLE catalog.category (
    marketplace text NOT NULL,
    id          text NOT NULL,
    path        jsonb NOT NULL,
    PRIMARY KEY (marketplace, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON catalog.category TO ${app};
