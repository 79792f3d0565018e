CREATE SCHEMA gateway;
GRANT USAGE ON SCHEMA gateway TO ${app};

-- Webhooks come twice; each event is told to the rooms once.
CREATE TABLE gateway.heard (
    gateway  text NOT NULL,
    event_id text NOT NULL,
    kind     text NOT NULL,
    heard_at timestamptz NOT NULL,
    PRIMARY KEY (gateway, event_id)
);
CREATE INDEX heard_by_age ON gateway.heard (heard_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON gateway.heard TO ${app};
