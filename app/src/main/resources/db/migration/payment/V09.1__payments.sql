CREATE SCHEMA payment;
GRANT USAGE ON SCHEMA payment TO ${app};

CREATE TABLE payment.payment (
    id             uuid NOT NULL,
    subject        uuid NOT NULL,
    purpose        text NOT NULL,
    gateway        text NOT NULL,
    minor          bigint NOT NULL CHECK (minor > 0),
    currency       char(3) NOT NULL,
    description    text NOT NULL, -- this and the next three are kept so that a repeated opening asks exactly the same
    success        text NOT NULL,
    cancel         text NOT NULL,
    locale         text NOT NULL,
    state          text NOT NULL,
    reference      text,
    page           text,
    page_expires   timestamptz,
    last_decline   text,
    captured_minor bigint,
    fee_minor      bigint,
    captured_at    timestamptz,
    closed_why     text,
    withdrawn      boolean NOT NULL DEFAULT false, -- the subject was closed: what is not taken yet is let go, what is, is given back
    attention      text,
    created_at     timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    look_at        timestamptz, -- when the caretaker looks next; null at rest
    tries          int NOT NULL DEFAULT 0,
    claimed_until  timestamptz,
    heard_again    boolean NOT NULL DEFAULT false, -- news came while somebody was at it
    PRIMARY KEY (subject, id)
);
-- A subject is paid once for each purpose: double clicks find the payment that is under way or done.
CREATE UNIQUE INDEX payment_once ON payment.payment (subject, purpose) WHERE state <> 'CLOSED';
CREATE INDEX payment_by_id ON payment.payment (id);
CREATE INDEX payment_by_reference ON payment.payment (reference);
CREATE INDEX payment_due ON payment.payment (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX payment_attention ON payment.payment (changed_at) WHERE attention IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON payment.payment TO ${app};

CREATE TABLE payment.refund (
    id            uuid NOT NULL,
    subject       uuid NOT NULL,
    payment       uuid NOT NULL,
    refund_key    text NOT NULL,
    minor         bigint NOT NULL CHECK (minor > 0),
    currency      char(3) NOT NULL,
    reason        text NOT NULL,
    state         text NOT NULL,
    reference     text,
    why           text,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    look_at       timestamptz,
    tries         int NOT NULL DEFAULT 0,
    claimed_until timestamptz,
    heard_again   boolean NOT NULL DEFAULT false,
    PRIMARY KEY (subject, id),
    UNIQUE (subject, refund_key, payment)
);
CREATE INDEX refund_by_id ON payment.refund (id);
CREATE INDEX refund_by_reference ON payment.refund (reference);
CREATE INDEX refund_due ON payment.refund (look_at) WHERE look_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON payment.refund TO ${app};
