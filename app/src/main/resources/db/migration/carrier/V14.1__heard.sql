CREATE SCHEMA carrier;
GRANT USAGE ON SCHEMA carrier TO ${app};

-- Pushes of tracking services that were heard: the digest of each, kept for some days.
CREATE TABLE carrier.heard (
    message_id text PRIMARY KEY,
    heard_at   timestamptz NOT NULL
);
CREATE INDEX heard_by_age ON carrier.heard (heard_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON carrier.heard TO ${app};
