-- An hour's looks are counted for each source, by what they are kept for; what was spent by marketplace says nothing of its sources.
DELETE FROM freshness.spending;
ALTER TABLE freshness.spending RENAME COLUMN marketplace TO source;
ALTER TABLE freshness.spending RENAME COLUMN purpose TO share;
ALTER TABLE freshness.spending ALTER COLUMN share DROP DEFAULT;

-- Who plans looks, one node at a time; another takes it over when it was not renewed in time.
CREATE TABLE freshness.lease (
    role       text NOT NULL PRIMARY KEY,
    holder     uuid NOT NULL,
    held_until timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness.lease TO ${app};

-- What nodes tell the planner: how much items were looked at since the last row, what came of looks, and what marketplaces said has changed.
CREATE TABLE freshness.interest (
    id          uuid NOT NULL PRIMARY KEY,
    marketplace text NOT NULL,
    item_id     text NOT NULL,
    views       double precision NOT NULL,
    at          timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness.interest TO ${app};

CREATE TABLE freshness.sight (
    id          uuid NOT NULL PRIMARY KEY,
    marketplace text NOT NULL,
    item_id     text NOT NULL,
    saw         text NOT NULL,
    purpose     text NOT NULL,
    at          timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness.sight TO ${app};

CREATE TABLE freshness.told (
    marketplace text NOT NULL,
    item_id     text NOT NULL,
    heard_at    timestamptz NOT NULL,
    PRIMARY KEY (marketplace, item_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness.told TO ${app};
INSERT INTO freshness.told (marketplace, item_id, heard_at) SELECT marketplace, item_id, heard_at FROM freshness.recheck;
DROP TABLE freshness.recheck;

-- What the planner learnt of each item. changes_per_day is what the others' rates make of it too, for the pages to read.
CREATE TABLE freshness.watched (
    marketplace     text NOT NULL,
    item_id         text NOT NULL,
    category        text NOT NULL,
    lately          double precision NOT NULL,
    usually         double precision NOT NULL,
    viewed_at       timestamptz NOT NULL,
    checked_at      timestamptz NOT NULL,
    changes         double precision NOT NULL,
    days            double precision NOT NULL,
    told            boolean NOT NULL,
    changes_per_day double precision NOT NULL,
    PRIMARY KEY (marketplace, item_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness.watched TO ${app};

-- What the planner says of a whole marketplace: what a look must be worth now, and what it believes of the list.
CREATE TABLE freshness.plan (
    marketplace     text NOT NULL PRIMARY KEY,
    price           double precision NOT NULL,
    as_of           timestamptz NOT NULL,
    changes_per_day double precision NOT NULL,
    items           int NOT NULL,
    stale_share     double precision NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness.plan TO ${app};

-- Items that their marketplace no longer has: seen so on so many occasions that lie apart, and after enough of them never looked for again.
CREATE TABLE freshness.gone (
    marketplace text NOT NULL,
    item_id     text NOT NULL,
    times       int NOT NULL,
    last_at     timestamptz NOT NULL,
    PRIMARY KEY (marketplace, item_id)
);
CREATE INDEX gone_by_last ON freshness.gone (marketplace, last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON freshness.gone TO ${app};
