-- SHA-256 of a photo as it was uploaded: a form that is sent twice keeps one photo. Photos from before have none.
ALTER TABLE warehouse.photo ADD COLUMN digest bytea;
CREATE UNIQUE INDEX photo_once ON warehouse.photo (item_id, digest);
CREATE INDEX photo_by_order ON warehouse.photo (order_id, taken_at);
