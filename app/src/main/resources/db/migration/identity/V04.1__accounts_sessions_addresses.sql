CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO ${app};

CREATE TABLE identity.account (
    account_id    uuid PRIMARY KEY,
    email         varchar(254) NOT NULL,
    email_key     varchar(254) NOT NULL UNIQUE, -- the email in small letters
    password_hash varchar(100) NOT NULL,
    role          varchar(20) NOT NULL,
    language      varchar(8),
    country       char(2),
    currency      char(3),
    created_at    timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.account TO ${app};

-- The token itself is only in the browser's cookie: who reads this table can sign in as nobody.
CREATE TABLE identity.session (
    token_hash char(64) PRIMARY KEY, -- SHA-256, hexadecimal
    account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL, -- moved at most once per sampan.identity.session-touch
    expires_at timestamptz NOT NULL
);
CREATE INDEX session_of_account ON identity.session (account_id);
CREATE INDEX session_expiry ON identity.session (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.session TO ${app};

CREATE TABLE identity.address (
    account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    address_id uuid NOT NULL,
    recipient  varchar(80) NOT NULL,
    phone      varchar(80) NOT NULL,
    street     varchar(80) NOT NULL,
    extra      varchar(80) NOT NULL,
    postcode   varchar(80) NOT NULL,
    city       varchar(80) NOT NULL,
    region     varchar(80) NOT NULL,
    country    char(2) NOT NULL,
    preferred  boolean NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, address_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.address TO ${app};
