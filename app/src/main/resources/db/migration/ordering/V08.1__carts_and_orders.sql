CREATE SCHEMA ordering;
GRANT USAGE ON SCHEMA ordering TO ${app};

CREATE TABLE ordering.cart (
    id         uuid PRIMARY KEY,
    account_id uuid UNIQUE,
    changed_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON ordering.cart TO ${app};

CREATE TABLE ordering.cart_line (
    cart_id     uuid NOT NULL,
    marketplace text NOT NULL,
    item_id     text NOT NULL,
    sku_id      text NOT NULL,
    quantity    int NOT NULL CHECK (quantity > 0),
    remark      text NOT NULL,
    added_at    timestamptz NOT NULL,
    PRIMARY KEY (cart_id, marketplace, item_id, sku_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON ordering.cart_line TO ${app};

-- token: the checkout form's own, so that a form sent twice makes one order.
-- quote and address never change; story holds lines, state and money, and changes with every move.
CREATE TABLE ordering.orders (
    id                uuid PRIMARY KEY,
    number            text NOT NULL UNIQUE,
    account_id        uuid NOT NULL,
    token             uuid NOT NULL,
    language          text NOT NULL,
    quote             jsonb NOT NULL,
    address           jsonb NOT NULL,
    tolerance_percent int NOT NULL,
    state             text NOT NULL,
    story             jsonb NOT NULL,
    placed_at         timestamptz NOT NULL,
    lapses_at         timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    UNIQUE (account_id, token)
);
CREATE INDEX orders_of_account ON ordering.orders (account_id, placed_at);
CREATE INDEX orders_by_state ON ordering.orders (state, changed_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON ordering.orders TO ${app};

CREATE TABLE ordering.event (
    order_id uuid NOT NULL,
    seq      int NOT NULL,
    at       timestamptz NOT NULL,
    kind     text NOT NULL,
    line_id  uuid,
    details  jsonb NOT NULL,
    PRIMARY KEY (order_id, seq)
);
GRANT SELECT, INSERT ON ordering.event TO ${app};
