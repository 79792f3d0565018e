package io.sampan.browse.landedcost;

import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Our own terms at the moment of a quote, frozen with it.
 *
 * @param serviceFeePercent of the goods
 * @param guaranteeLoadingPercent of the loss that we predict from never asking more: what the premium is above it
 * @param silentFreight CNY that a shop is taken to ask within China when it does not tell
 * @param packingPercent of the goods' weight and volume, for wrapping
 * @param packingGrams of the box itself
 * @param packingVariesPercent by so much of its own weight does the packing of one parcel in three differ from these
 * @param sellerDays from payment to the warehouse's door
 * @param warehouseDays from there to the carrier
 * @param validFor how long a quote binds us
 */
public record Terms(
        BigDecimal serviceFeePercent,
        BigDecimal guaranteeLoadingPercent,
        Money silentFreight,
        int packingPercent,
        int packingGrams,
        int packingVariesPercent,
        LandedQuote.Days sellerDays,
        LandedQuote.Days warehouseDays,
        Duration validFor) {}
