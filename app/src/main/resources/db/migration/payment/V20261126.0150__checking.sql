-- The shopper came back from the gateway's page, and the gateway has not said yet what came of it.
ALTER TABLE payment.payment ADD COLUMN checking boolean NOT NULL DEFAULT false;
