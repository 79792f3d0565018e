-- Whether somebody told what is in it; a parcel that is here and of which nobody did is an orphan.
ALTER TABLE warehouse.inbound ADD COLUMN contents_known boolean NOT NULL DEFAULT false;
UPDATE warehouse.inbound AS i SET contents_known = true
WHERE EXISTS (SELECT 1 FROM warehouse.inbound_line AS l WHERE l.waybill = i.waybill);
CREATE INDEX inbound_orphan ON warehouse.inbound (arrived_at, waybill) WHERE arrived_at IS NOT NULL AND NOT contents_known;
