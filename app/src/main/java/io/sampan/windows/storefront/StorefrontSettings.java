package io.sampan.windows.storefront;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param doorPricesFor how long a computed price at the door is shown again to others
 * @param doorPricesKept most of them
 * @param railsKept most rails of similar goods that are remembered
 * @param goodsAtHome most goods on the first page
 * @param categoriesAtHome most categories on the first page
 * @param similarGoods most goods in the rail below a product
 * @param ordersShown most orders in a shopper's list
 */
@ConfigurationProperties(prefix = "sampan.storefront", ignoreUnknownFields = false)
record StorefrontSettings(
        @DefaultValue("5m") Duration doorPricesFor,
        @DefaultValue("50000") int doorPricesKept,
        @DefaultValue("5000") int railsKept,
        @DefaultValue("16") int goodsAtHome,
        @DefaultValue("14") int categoriesAtHome,
        @DefaultValue("8") int similarGoods,
        @DefaultValue("100") int ordersShown) {}
