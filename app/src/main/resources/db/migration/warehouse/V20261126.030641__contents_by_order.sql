-- What is expected of an order is read for many orders at once.
CREATE INDEX inbound_line_by_order ON warehouse.inbound_line (order_id);
