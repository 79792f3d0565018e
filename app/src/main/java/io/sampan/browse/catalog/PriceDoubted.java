package io.sampan.browse.catalog;

import io.sampan.outside.marketplace.ItemRef;
import java.time.Instant;

/** A price of this item moved so far that it is kept back until it is seen again, at this moment or later: whoever can, look then. */
public record PriceDoubted(ItemRef item, Instant lookAgainAt) {}
