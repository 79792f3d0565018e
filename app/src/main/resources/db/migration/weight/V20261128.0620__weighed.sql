CREATE SCHEMA weight;
GRANT USAGE ON SCHEMA weight TO ${app};

-- What pieces of an item weighed and measured in the warehouse: no person, no order. Only ever added to, one at a time, so that seq is the order in
-- which rows become visible.
CREATE TABLE weight.weighed (
    seq          bigint PRIMARY KEY,
    id           uuid NOT NULL UNIQUE,
    marketplace  text NOT NULL,
    item_id      text NOT NULL,
    shop_id      text NOT NULL,
    category     text NOT NULL,
    stated_grams int,
    stated_size  int[],
    pieces       int NOT NULL,
    grams        int NOT NULL,
    size         int[] NOT NULL,
    weighed_at   timestamptz NOT NULL
);
GRANT SELECT, INSERT ON weight.weighed TO ${app};
