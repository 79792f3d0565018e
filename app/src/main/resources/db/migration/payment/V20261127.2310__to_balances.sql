-- The account whose balance a refund goes to; null when it goes back to where the money came from.
ALTER TABLE payment.refund ADD COLUMN to_balance uuid;
