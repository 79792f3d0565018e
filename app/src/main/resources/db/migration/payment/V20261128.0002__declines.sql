-- Every try that was declined, by which way and why: a payment keeps only the last reason, and none once it is taken.
CREATE TABLE payment.decline (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment uuid NOT NULL,
    gateway text NOT NULL,
    method  text NOT NULL,
    code    text NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX decline_by_time ON payment.decline (at);
GRANT SELECT, INSERT ON payment.decline TO ${app};
CREATE INDEX payment_by_time ON payment.payment (created_at);
