package io.sampan.buy.ordering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param unpaidFor how long an unpaid order stays, and can be paid at its total, whatever happens to prices meanwhile
 * @param cartFreshFor how old a price may be in the cart and on the checkout page; at the moment of ordering it is always asked for
 * @param cartLines most lines of a cart
 * @param piecesOfALine most pieces of one line
 * @param remarkLength most characters of a remark for the seller
 * @param returnPath where a gateway sends shoppers who paid; {number} is the order's
 * @param orderPath where it sends those who turned back
 * @param tendEvery how often unpaid orders lapse
 * @param tendBatch most orders that lapse at one time
 * @param strangersCartFor how long the unchanged cart of somebody who never signed in is kept; their browser keeps its key as long as the
 *     frame's {@code cookie-life} says
 * @param sweepEvery how often such carts are swept away
 * @param sweepBatch most carts that are swept away at one time
 */
@ConfigurationProperties(prefix = "sampan.ordering", ignoreUnknownFields = false)
record OrderingSettings(
        @DefaultValue("24h") Duration unpaidFor,
        @DefaultValue("10m") Duration cartFreshFor,
        @DefaultValue("50") int cartLines,
        @DefaultValue("999") int piecesOfALine,
        @DefaultValue("200") int remarkLength,
        @DefaultValue("/orders/{number}/paid") String returnPath,
        @DefaultValue("/orders/{number}") String orderPath,
        @DefaultValue("2s") Duration tendEvery,
        @DefaultValue("50") int tendBatch,
        @DefaultValue("180d") Duration strangersCartFor,
        @DefaultValue("1h") Duration sweepEvery,
        @DefaultValue("1000") int sweepBatch) {}
