-- Who somebody is at a gateway that may keep their ways to pay.
CREATE TABLE payment.payer (
    account  uuid NOT NULL,
    gateway  text NOT NULL,
    customer text NOT NULL,
    PRIMARY KEY (account, gateway)
);
GRANT SELECT, INSERT ON payment.payer TO ${app};
ALTER TABLE payment.payment ADD COLUMN payer uuid; -- until the page is open
