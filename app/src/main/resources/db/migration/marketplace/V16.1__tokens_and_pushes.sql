CREATE SCHEMA marketplace;
GRANT USAGE ON SCHEMA marketplace TO ${app};

-- One row for each platform that we call in the name of an account; every node uses and renews the same token.
CREATE TABLE marketplace.token (
    service        text PRIMARY KEY,
    seed           text NOT NULL,
    access_token   text NOT NULL,
    refresh_token  text NOT NULL,
    expires_at     timestamptz,
    renewing_until timestamptz,
    changed_at     timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON marketplace.token TO ${app};

-- Pushes that were heard, so that one that comes again is known; old rows are deleted.
CREATE TABLE marketplace.heard (
    marketplace text NOT NULL,
    message_id  text NOT NULL,
    subject     text NOT NULL,
    subject_key text NOT NULL,
    heard_at    timestamptz NOT NULL,
    PRIMARY KEY (marketplace, message_id, subject, subject_key)
);
CREATE INDEX heard_by_age ON marketplace.heard (heard_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON marketplace.heard TO ${app};
