CREATE SCHEMA reconciliation;
GRANT USAGE ON SCHEMA reconciliation TO ${app};

-- What rooms differ in. The key is made of the kind and the ids of what it is about: found again it is the same row.
-- target: what its repair needs; never the key of a cart, which is a secret. aside: why a person leaves it be.
CREATE TABLE reconciliation.discrepancy (
    key         text PRIMARY KEY,
    kind        text NOT NULL,
    subject     text NOT NULL,
    order_id    text NOT NULL,
    about       text NOT NULL,
    here        text NOT NULL,
    there       text NOT NULL,
    since       timestamptz,
    target      text NOT NULL,
    first_seen  timestamptz NOT NULL,
    last_seen   timestamptz NOT NULL,
    resolved_at timestamptz,
    repairs     int NOT NULL DEFAULT 0,
    repaired_at timestamptz,
    aside       text NOT NULL DEFAULT ''
);
CREATE INDEX discrepancy_open ON reconciliation.discrepancy (kind, first_seen) WHERE resolved_at IS NULL;
CREATE INDEX discrepancy_resolved ON reconciliation.discrepancy (resolved_at) WHERE resolved_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON reconciliation.discrepancy TO ${app};

-- One row for each run.
CREATE TABLE reconciliation.run (
    id         uuid PRIMARY KEY,
    by_person  boolean NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    found      int NOT NULL DEFAULT 0,
    fresh      int NOT NULL DEFAULT 0,
    resolved   int NOT NULL DEFAULT 0,
    repaired   int NOT NULL DEFAULT 0,
    broken     int NOT NULL DEFAULT 0,
    calls      int NOT NULL DEFAULT 0
);
CREATE INDEX run_newest ON reconciliation.run (started_at DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON reconciliation.run TO ${app};

-- Every repair that ran; by: the person who asked for it, null when it ran by itself. fault: why it could not, else empty.
CREATE TABLE reconciliation.repair (
    id     uuid PRIMARY KEY,
    key    text NOT NULL,
    repair text NOT NULL,
    at     timestamptz NOT NULL,
    by     uuid,
    fault  text NOT NULL
);
CREATE INDEX repair_newest ON reconciliation.repair (at DESC);
GRANT SELECT, INSERT, DELETE ON reconciliation.repair TO ${app};

-- Which node runs, and until when it may; and where readings that are longer than one run go on.
CREATE TABLE reconciliation.turn (
    id            int PRIMARY KEY,
    claimed_until timestamptz NOT NULL
);
INSERT INTO reconciliation.turn (id, claimed_until) VALUES (1, '-infinity');
GRANT SELECT, UPDATE ON reconciliation.turn TO ${app};

CREATE TABLE reconciliation.place (
    reading text PRIMARY KEY,
    key     text NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON reconciliation.place TO ${app};
