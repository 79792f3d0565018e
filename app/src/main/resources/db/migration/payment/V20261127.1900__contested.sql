-- What shoppers contest at the gateway or their bank: in dispute, and decided for the shopper.
ALTER TABLE payment.payment ADD contested_minor bigint NOT NULL DEFAULT 0 CHECK (contested_minor >= 0);
ALTER TABLE payment.payment ADD charged_back_minor bigint NOT NULL DEFAULT 0 CHECK (charged_back_minor >= 0);
-- A refund of contested money waits for the dispute's end: either the bank has given it back, or we do.
ALTER TABLE payment.refund ADD contested boolean NOT NULL DEFAULT false;
-- One refund of one payment may have such a part beside an ordinary one.
ALTER TABLE payment.refund ADD part int NOT NULL DEFAULT 0;
ALTER TABLE payment.refund DROP CONSTRAINT refund_subject_refund_key_payment_key;
ALTER TABLE payment.refund ADD UNIQUE (subject, refund_key, payment, part);
