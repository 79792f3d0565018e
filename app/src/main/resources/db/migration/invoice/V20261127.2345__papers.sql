CREATE SCHEMA invoice;
GRANT USAGE ON SCHEMA invoice TO ${app};

CREATE TABLE invoice.paper (
    number         bigint PRIMARY KEY,
    kind           text NOT NULL,
    order_id       uuid NOT NULL,
    cause          uuid NOT NULL UNIQUE,
    minor          bigint NOT NULL CHECK (minor > 0),
    currency       char(3) NOT NULL,
    seller_name    text NOT NULL,
    seller_address text NOT NULL,
    seller_tax_id  text NOT NULL,
    issued_at      timestamptz NOT NULL
);
CREATE INDEX paper_by_order ON invoice.paper (order_id, number);
GRANT SELECT, INSERT ON invoice.paper TO ${app};

-- The last number that was given away; whoever issues a paper holds it until their transaction ends, so that there are no gaps.
CREATE TABLE invoice.last_number (
    only_row boolean PRIMARY KEY CHECK (only_row),
    number   bigint NOT NULL
);
INSERT INTO invoice.last_number VALUES (true, 0);
GRANT SELECT, UPDATE ON invoice.last_number TO ${app};
