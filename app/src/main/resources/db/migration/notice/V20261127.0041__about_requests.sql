-- A message may be about something else than an order.
ALTER TABLE notice.message RENAME COLUMN order_id TO about_id;
ALTER TABLE notice.message RENAME COLUMN order_number TO label;
