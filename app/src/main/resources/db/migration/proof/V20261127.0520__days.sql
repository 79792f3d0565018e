CREATE SCHEMA proof;
GRANT USAGE ON SCHEMA proof TO ${app};

-- What we owed to all shoppers when a day ended, as it is published. Written once for all.
CREATE TABLE proof.day (
    day       date NOT NULL,
    currency  char(3) NOT NULL,
    root      text NOT NULL,
    total     bigint NOT NULL,
    leaves    int NOT NULL,
    secret    bytea NOT NULL, -- never published: keeps others from finding a shopper's leaf by guessing
    proved_at timestamptz NOT NULL,
    PRIMARY KEY (day, currency)
);
GRANT SELECT, INSERT ON proof.day TO ${app};
