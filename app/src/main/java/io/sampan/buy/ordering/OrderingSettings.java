package io.sampan.buy.ordering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param unpaidFor how long an unpaid order stays
 * @param freshFor how old a price may be at the moment of ordering
 * @param cartFreshFor how old a price may be in the cart and on the checkout page
 * @param cartLines most lines of a cart
 * @param piecesOfALine most pieces of one line
 * @param remarkLength most characters of a remark for the seller
 * @param returnPath where a gateway sends shoppers who paid; {number} is the order's
 * @param orderPath where it sends those who turned back
 * @param tendEvery how often unpaid orders lapse
 * @param tendBatch most orders that lapse at one time
 */
@ConfigurationProperties(prefix = "sampan.ordering", ignoreUnknownFields = false)
record OrderingSettings(
        @DefaultValue("24h") Duration unpaidFor,
        @DefaultValue("30s") Duration freshFor,
        @DefaultValue("10m") Duration cartFreshFor,
        @DefaultValue("50") int cartLines,
        @DefaultValue("999") int piecesOfALine,
        @DefaultValue("200") int remarkLength,
        @DefaultValue("/orders/{number}/paid") String returnPath,
        @DefaultValue("/orders/{number}") String orderPath,
        @DefaultValue("2s") Duration tendEvery,
        @DefaultValue("50") int tendBatch) {}
