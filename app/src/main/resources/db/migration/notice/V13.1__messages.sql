CREATE SCHEMA notice;
GRANT USAGE ON SCHEMA notice TO ${app};

-- One row for each occasion to tell somebody something; the words are made when it is read, in the reader's language.
CREATE TABLE notice.message (
    account_id   uuid NOT NULL,
    order_id     uuid NOT NULL,
    kind         text NOT NULL,
    occasion     text NOT NULL,
    order_number text NOT NULL,
    told_at      timestamptz NOT NULL,
    read         boolean NOT NULL,
    PRIMARY KEY (account_id, order_id, kind, occasion)
);
CREATE INDEX message_newest ON notice.message (account_id, told_at DESC);
GRANT SELECT, INSERT, UPDATE ON notice.message TO ${app};
