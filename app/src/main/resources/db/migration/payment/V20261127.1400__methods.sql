-- Several ways to pay: a shopper may leave one that they have not paid by for another.
ALTER TABLE payment.payment ADD method text NOT NULL DEFAULT 'card';
ALTER TABLE payment.payment ALTER method DROP DEFAULT;
ALTER TABLE payment.payment ADD payer_address text NOT NULL DEFAULT ''; -- until the page is open
ALTER TABLE payment.payment ADD superseded boolean NOT NULL DEFAULT false; -- left for another way; whichever brings the money first counts
DROP INDEX payment.payment_once;
CREATE UNIQUE INDEX payment_once ON payment.payment (subject, purpose) WHERE state <> 'CLOSED' AND NOT superseded;
