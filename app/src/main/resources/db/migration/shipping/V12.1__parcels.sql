CREATE SCHEMA shipping;
GRANT USAGE ON SCHEMA shipping TO ${app};

-- next_at: when it is to be taken up; null when it waits for news or a person, or for nothing.
-- claimed_until: a node is at work on it; after this another may take it over.
CREATE TABLE shipping.parcel (
    id              uuid PRIMARY KEY,
    order_id        uuid NOT NULL,
    state           text NOT NULL,
    tracking_number text,
    document        jsonb NOT NULL,
    tries           int NOT NULL,
    next_at         timestamptz,
    claimed_until   timestamptz,
    changed_at      timestamptz NOT NULL
);
CREATE INDEX parcel_due ON shipping.parcel (next_at);
CREATE INDEX parcel_claimed ON shipping.parcel (claimed_until);
CREATE INDEX parcel_by_order ON shipping.parcel (order_id);
CREATE INDEX parcel_by_state ON shipping.parcel (state, changed_at);
CREATE INDEX parcel_by_number ON shipping.parcel (tracking_number);
GRANT SELECT, INSERT, UPDATE ON shipping.parcel TO ${app};

-- The history, as the tracking service told it: only ever added to.
CREATE TABLE shipping.tracking_event (
    parcel_id uuid NOT NULL,
    event_id  uuid NOT NULL,
    stage     text NOT NULL,
    at        timestamptz NOT NULL,
    place     text NOT NULL,
    words     text NOT NULL,
    heard_at  timestamptz NOT NULL,
    PRIMARY KEY (parcel_id, event_id)
);
GRANT SELECT, INSERT ON shipping.tracking_event TO ${app};
