-- What came back of refunds that failed is kept apart.
UPDATE ordering.orders
SET story = jsonb_set(story, '{funds,bounced}', jsonb_set(story -> 'funds' -> 'givenBack', '{minor}', '0'));

-- Carts of people who never signed in are swept away when their browsers have forgotten them.
CREATE INDEX cart_of_strangers ON ordering.cart (changed_at) WHERE account_id IS NULL;
