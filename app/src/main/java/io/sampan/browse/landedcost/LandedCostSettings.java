package io.sampan.browse.landedcost;

import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The terms of {@link Terms}, and the file of weights.
 *
 * @param silentFreightFen CNY fen
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
