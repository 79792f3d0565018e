CREATE SCHEMA ledger;
GRANT USAGE ON SCHEMA ledger TO ${app};

-- Written once for all: the app's role may add and read, nothing else.
CREATE TABLE ledger.entry (
    id          text PRIMARY KEY, -- by the caller: the same movement always has the same id
    kind        text NOT NULL,
    subject     text NOT NULL,
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX entry_by_subject ON ledger.entry (subject, at);
GRANT SELECT, INSERT ON ledger.entry TO ${app};

CREATE TABLE ledger.posting (
    entry_id        text NOT NULL REFERENCES ledger.entry (id),
    line            int NOT NULL,
    account_kind    text NOT NULL,
    account_subject text NOT NULL,
    minor           bigint NOT NULL CHECK (minor <> 0), -- debit positive
    currency        char(3) NOT NULL,
    PRIMARY KEY (entry_id, line)
);
CREATE INDEX posting_by_account ON ledger.posting (account_kind, account_subject, currency) INCLUDE (minor);
GRANT SELECT, INSERT ON ledger.posting TO ${app};
