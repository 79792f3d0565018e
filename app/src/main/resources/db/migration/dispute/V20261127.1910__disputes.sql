CREATE SCHEMA dispute;
GRANT USAGE ON SCHEMA dispute TO ${app};

CREATE TABLE dispute.dispute (
    gateway        text NOT NULL,
    reference      text NOT NULL,
    payment        uuid, -- null, as all that the gateway tells, until it was looked at; for good when it is none of ours
    subject        uuid,
    minor          bigint,
    currency       char(3),
    withheld_minor bigint NOT NULL DEFAULT 0, -- as it stands in the book
    fee_minor      bigint NOT NULL DEFAULT 0,
    version        int NOT NULL DEFAULT 0, -- raised by news, and by whatever is written down
    reason         text,
    stage          text,
    answer_by      timestamptz,
    heard_at       timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    look_at        timestamptz, -- null at rest
    PRIMARY KEY (gateway, reference)
);
CREATE INDEX dispute_due ON dispute.dispute (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX dispute_by_payment ON dispute.dispute (payment);
CREATE INDEX dispute_open ON dispute.dispute (answer_by) WHERE stage NOT IN ('WON', 'LOST');
GRANT SELECT, INSERT, UPDATE ON dispute.dispute TO ${app};
