package io.sampan.outside.marketplace;

import io.sampan.money.amount.Money;
import java.net.URI;

/** One row of a marketplace's own search: enough to show a card, not enough to buy. */
public record Listing(ItemRef item, Words title, URI picture, Money priceFrom, long sold) {}
