CREATE SCHEMA wire;
GRANT USAGE ON SCHEMA wire TO ${app};

-- What an app may still call at an outside service, one row for the app (api '') and one for each of the APIs that it called.
CREATE TABLE wire.allowance (
    service      text NOT NULL,
    api          text NOT NULL,
    ready        double precision NOT NULL,
    filled_at    timestamptz NOT NULL,
    day          date NOT NULL,
    spent        bigint NOT NULL,
    closed_until timestamptz,
    why          text NOT NULL,
    PRIMARY KEY (service, api)
);
GRANT SELECT, INSERT, UPDATE ON wire.allowance TO ${app};
