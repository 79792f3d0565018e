-- A marketplace whose orders hold few variants gets several orders for one shop of ours, each a purchase of its own.
ALTER TABLE procurement.purchase ADD COLUMN part int NOT NULL DEFAULT 0;
ALTER TABLE procurement.purchase DROP CONSTRAINT purchase_order_id_marketplace_source_shop_id_key;
ALTER TABLE procurement.purchase ADD UNIQUE (order_id, marketplace, source, shop_id, part);
