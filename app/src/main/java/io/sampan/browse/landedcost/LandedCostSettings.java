package io.sampan.browse.landedcost;

import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The operator's {@link Terms}, and the file of weights.
 *
 * @param serviceFeePercent of the goods
 * @param guaranteePercent of the international freight: the premium for never asking more
 * @param silentFreightFen CNY fen that a shop is taken to ask within China when it does not tell
 * @param packingPercent of the goods' weight and volume, for wrapping
 * @param packingGrams of the box itself
 * @param statedLowPercent how little of a stated weight 9 of 10 pieces weigh at least
 * @param statedHighPercent how much of it 9 of 10 weigh at most
 * @param sellerMinDays fewest days from payment to the warehouse's door
 * @param sellerMaxDays most days from payment to the warehouse's door
 * @param warehouseMinDays fewest days from there to the carrier
 * @param warehouseMaxDays most days from there to the carrier
 * @param validFor how long a quote binds us
 * @param weights the file of what pieces of a category weigh, dated
 */
@ConfigurationProperties(prefix = "sampan.landedcost", ignoreUnknownFields = false)
record LandedCostSettings(
        @DefaultValue("5") BigDecimal serviceFeePercent,
        @DefaultValue("3") BigDecimal guaranteePercent,
        @DefaultValue("800") long silentFreightFen,
        @DefaultValue("8") int packingPercent,
        @DefaultValue("120") int packingGrams,
        @DefaultValue("90") int statedLowPercent,
        @DefaultValue("125") int statedHighPercent,
        @DefaultValue("1") int sellerMinDays,
        @DefaultValue("4") int sellerMaxDays,
        @DefaultValue("1") int warehouseMinDays,
        @DefaultValue("2") int warehouseMaxDays,
        @DefaultValue("30m") Duration validFor,

        @DefaultValue("classpath:rules/landedcost/weights.csv")
        Resource weights) {

    Terms terms() {
        return new Terms(
                serviceFeePercent,
                guaranteePercent,
                Money.fen(silentFreightFen),
                packingPercent,
                packingGrams,
                statedLowPercent,
                statedHighPercent,
                new LandedQuote.Days(sellerMinDays, sellerMaxDays),
                new LandedQuote.Days(warehouseMinDays, warehouseMaxDays),
                validFor);
    }
}
