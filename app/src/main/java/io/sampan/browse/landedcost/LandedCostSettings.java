package io.sampan.browse.landedcost;

import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's {@link Terms}.
 *
 * @param serviceFeePercent of the goods
 * @param guaranteeLoadingPercent of the loss that we predict from never asking more: what the premium is above it
 * @param silentFreightFen CNY fen that a shop is taken to ask within China when it does not tell
 * @param packingPercent of the goods' weight and volume, for wrapping
 * @param packingGrams of the box itself
 * @param packingVariesPercent by so much of its own weight does the packing of one parcel in three differ from these
 * @param sellerMinDays fewest days from payment to the warehouse's door
 * @param sellerMaxDays most days from payment to the warehouse's door
 * @param warehouseMinDays fewest days from there to the carrier
 * @param warehouseMaxDays most days from there to the carrier
 * @param validFor how long a quote binds us
 */
@ConfigurationProperties(prefix = "sampan.landedcost", ignoreUnknownFields = false)
record LandedCostSettings(
        @DefaultValue("5") BigDecimal serviceFeePercent,
        @DefaultValue("20") BigDecimal guaranteeLoadingPercent,
        @DefaultValue("800") long silentFreightFen,
        @DefaultValue("8") int packingPercent,
        @DefaultValue("120") int packingGrams,
        @DefaultValue("15") int packingVariesPercent,
        @DefaultValue("1") int sellerMinDays,
        @DefaultValue("4") int sellerMaxDays,
        @DefaultValue("1") int warehouseMinDays,
        @DefaultValue("2") int warehouseMaxDays,
        @DefaultValue("30m") Duration validFor) {

    Terms terms() {
        return new Terms(
                serviceFeePercent,
                guaranteeLoadingPercent,
                Money.fen(silentFreightFen),
                packingPercent,
                packingGrams,
                packingVariesPercent,
                new LandedQuote.Days(sellerMinDays, sellerMaxDays),
                new LandedQuote.Days(warehouseMinDays, warehouseMaxDays),
                validFor);
    }
}
