package io.sampan.browse.catalog;

import io.sampan.money.amount.Money;
import java.time.Instant;

/**
 * From this moment on one piece cost this.
 *
 * @param priceFrom see {@link Product#priceFrom()}
 */
public record PricePoint(Instant at, Money priceFrom) {}
