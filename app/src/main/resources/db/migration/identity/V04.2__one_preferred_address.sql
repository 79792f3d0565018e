UPDATE identity.address AS a SET preferred = false
WHERE a.preferred AND EXISTS (
    SELECT 1 FROM identity.address AS b WHERE b.account_id = a.account_id AND b.preferred AND b.address_id < a.address_id);
CREATE UNIQUE INDEX address_preferred ON identity.address (account_id) WHERE preferred;
