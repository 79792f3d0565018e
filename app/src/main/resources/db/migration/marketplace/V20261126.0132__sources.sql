-- Messages are numbered by the connector's platform, of which a marketplace can have several.
ALTER TABLE marketplace.heard ADD COLUMN source text NOT NULL DEFAULT '';
UPDATE marketplace.heard SET source = CASE marketplace WHEN '1688' THEN 'ali1688' WHEN 'taobao' THEN 'taobao-global' ELSE marketplace END;
ALTER TABLE marketplace.heard ALTER COLUMN source DROP DEFAULT;
ALTER TABLE marketplace.heard DROP CONSTRAINT heard_pkey;
ALTER TABLE marketplace.heard ADD PRIMARY KEY (marketplace, source, message_id, subject, subject_key);
