CREATE SCHEMA credentials;
GRANT USAGE ON SCHEMA credentials TO ${app};

-- One row for each platform that we call in the name of an account; every node uses and renews the same token.
-- access_token, refresh_token: sealed, {key id}base64; rows that came from marketplace.token are sealed when they are first read.
-- number: grows with each token that is kept.
CREATE TABLE credentials.token (
    service        text PRIMARY KEY,
    seed           text NOT NULL,
    access_token   text NOT NULL,
    refresh_token  text NOT NULL,
    expires_at     timestamptz,
    renewing_until timestamptz,
    changed_at     timestamptz NOT NULL,
    number         bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON credentials.token TO ${app};

-- Tokens used to be kept by the room marketplace, under the marketplaces' names.
INSERT INTO credentials.token (service, seed, access_token, refresh_token, expires_at, renewing_until, changed_at, number)
SELECT CASE service WHEN '1688' THEN 'ali1688' WHEN 'taobao' THEN 'taobao-global' ELSE service END,
    seed, access_token, refresh_token, expires_at, NULL, changed_at, 1
FROM marketplace.token;
DROP TABLE marketplace.token;
