package io.sampan.browse.catalog;

import io.sampan.outside.marketplace.ItemRef;

/** A product is new, differs from what it was, or is gone. Told in the transaction that made it so; find the product to know what it is now. */
public record ProductChanged(ProductId product, ItemRef item) {}
