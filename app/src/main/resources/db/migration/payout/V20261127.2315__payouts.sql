CREATE SCHEMA payout;
GRANT USAGE ON SCHEMA payout TO ${app};

CREATE TABLE payout.payout (
    id             uuid PRIMARY KEY,
    account        uuid NOT NULL,
    gateway        text NOT NULL,
    receiver       text NOT NULL, -- empty once nothing more will happen
    receiver_shown text NOT NULL,
    minor          bigint NOT NULL CHECK (minor > 0),
    currency       char(3) NOT NULL,
    state          text NOT NULL,
    reference      text,
    why            text,
    asked_at       timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    look_at        timestamptz, -- null at rest
    tries          int NOT NULL DEFAULT 0
);
CREATE INDEX payout_due ON payout.payout (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX payout_by_account ON payout.payout (account, asked_at);
CREATE INDEX payout_unconfirmed ON payout.payout (asked_at) WHERE state = 'ASKED';
GRANT SELECT, INSERT, UPDATE ON payout.payout TO ${app};
