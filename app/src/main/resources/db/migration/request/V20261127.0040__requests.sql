CREATE SCHEMA request;
GRANT USAGE ON SCHEMA request TO ${app};

-- What shoppers ask for that no connector shows. The form's own mark keeps a form that is sent twice from asking twice.
CREATE TABLE request.request (
    id         uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    form       uuid NOT NULL,
    state      text NOT NULL,
    document   jsonb NOT NULL,
    asked_at   timestamptz NOT NULL,
    holds_until timestamptz, -- of an offer that stands on the shelf
    UNIQUE (account_id, form),
    CHECK (holds_until IS NULL OR state = 'answered')
);
CREATE INDEX request_by_shopper ON request.request (account_id, asked_at DESC);
CREATE INDEX request_waiting ON request.request (asked_at) WHERE state = 'asked';
CREATE INDEX request_lapsing ON request.request (holds_until) WHERE holds_until IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON request.request TO ${app};
