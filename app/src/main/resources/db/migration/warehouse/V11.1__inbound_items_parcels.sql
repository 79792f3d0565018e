CREATE SCHEMA warehouse;
GRANT USAGE ON SCHEMA warehouse TO ${app};

-- A seller's parcel by its courier's number; one without lines is an orphan that nobody expected.
CREATE TABLE warehouse.inbound (
    waybill    text PRIMARY KEY,
    company    text NOT NULL,
    heard_at   timestamptz NOT NULL,
    arrived_at timestamptz,
    arrived_by uuid
);
CREATE INDEX inbound_expected ON warehouse.inbound (heard_at) WHERE arrived_at IS NULL;
CREATE INDEX inbound_arrived ON warehouse.inbound (arrived_at) WHERE arrived_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON warehouse.inbound TO ${app};

CREATE TABLE warehouse.inbound_line (
    waybill  text NOT NULL,
    line_id  uuid NOT NULL,
    order_id uuid NOT NULL,
    PRIMARY KEY (waybill, line_id)
);
CREATE INDEX inbound_line_by_line ON warehouse.inbound_line (line_id);
GRANT SELECT, INSERT ON warehouse.inbound_line TO ${app};

CREATE TABLE warehouse.item (
    id         uuid PRIMARY KEY,
    order_id   uuid NOT NULL,
    line_id    uuid NOT NULL UNIQUE,
    state      text NOT NULL,
    document   jsonb NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX item_by_order ON warehouse.item (order_id);
CREATE INDEX item_by_state ON warehouse.item (state, changed_at);
GRANT SELECT, INSERT, UPDATE ON warehouse.item TO ${app};

-- Evidence: written once for all.
CREATE TABLE warehouse.photo (
    id           uuid PRIMARY KEY,
    item_id      uuid NOT NULL,
    order_id     uuid NOT NULL,
    content_type text NOT NULL,
    bytes        bytea NOT NULL,
    taken_at     timestamptz NOT NULL,
    taken_by     uuid NOT NULL
);
CREATE INDEX photo_by_item ON warehouse.photo (item_id, taken_at);
GRANT SELECT, INSERT ON warehouse.photo TO ${app};

CREATE TABLE warehouse.parcel (
    id        uuid PRIMARY KEY,
    order_id  uuid NOT NULL UNIQUE,
    grams     int NOT NULL,
    length_mm int NOT NULL,
    width_mm  int NOT NULL,
    height_mm int NOT NULL,
    packed_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON warehouse.parcel TO ${app};
