CREATE SCHEMA freshness;
GRANT USAGE ON SCHEMA freshness TO ${app};

-- What all nodes together asked of a marketplace on their own account within an hour; shoppers' own looks are not counted.
CREATE TABLE freshness.spending (
    marketplace text NOT NULL,
    hour        timestamptz NOT NULL,
    calls       int NOT NULL,
    PRIMARY KEY (marketplace, hour)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness.spending TO ${app};

-- Items that a marketplace told us to look at again.
CREATE TABLE freshness.recheck (
    marketplace   text NOT NULL,
    item_id       text NOT NULL,
    heard_at      timestamptz NOT NULL,
    claimed_until timestamptz NOT NULL,
    PRIMARY KEY (marketplace, item_id)
);
CREATE INDEX recheck_by_claim ON freshness.recheck (claimed_until);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness.recheck TO ${app};

-- How far the first filling of an empty catalogue came, so that another start goes on where this one ended.
CREATE TABLE freshness.starter_word (
    marketplace   text NOT NULL,
    word          text NOT NULL,
    claimed_until timestamptz NOT NULL,
    done_at       timestamptz,
    PRIMARY KEY (marketplace, word)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness.starter_word TO ${app};
