package io.sampan.browse.landedcost;

import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Our own terms at the moment of a quote, frozen with it.
 *
 * @param serviceFeePercent of the goods
 * @param guaranteePercent of the international freight: the premium for never asking more
 * @param silentFreight CNY that a shop is taken to ask within China when it does not tell
 * @param packingPercent of the goods' weight and volume, for wrapping
 * @param packingGrams of the box itself
 * @param statedLowPercent how little of a stated weight 9 of 10 pieces weigh at least
 * @param statedHighPercent how much of it 9 of 10 weigh at most
 * @param sellerDays from payment to the warehouse's door
 * @param warehouseDays from there to the carrier
 * @param validFor how long a quote binds us
 */
public record Terms(
        BigDecimal serviceFeePercent,
        BigDecimal guaranteePercent,
        Money silentFreight,
        int packingPercent,
        int packingGrams,
        int statedLowPercent,
        int statedHighPercent,
        LandedQuote.Days sellerDays,
        LandedQuote.Days warehouseDays,
        Duration validFor) {}
