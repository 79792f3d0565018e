-- Calls that visitors cause by asking for what we do not know have a budget of their own: they cannot use up what we need ourselves.
ALTER TABLE freshness.spending ADD COLUMN purpose text NOT NULL DEFAULT 'OURS';
ALTER TABLE freshness.spending DROP CONSTRAINT spending_pkey;
ALTER TABLE freshness.spending ADD PRIMARY KEY (marketplace, purpose, hour);
