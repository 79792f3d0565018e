package io.sampan.buy.ordering;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Words;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some pieces of one variant, as they were when the order was placed.
 *
 * @param source the connector whose offer was ordered: it is bought through this one
 * @param orderKey what an order at the marketplace must name, see {@link Offer.Sku}
 * @param options such as colour and size
 * @param picture of the variant, else of the item; null when it has none
 * @param quantity pieces
 * @param unitPrice of one piece in CNY, as agreed with the shopper; rises when they accept a new price
 * @param freight within China that was agreed for this line's shop, in CNY; every line of the shop carries the same
 * @param share of the order's total in the shopper's currency: what goes back when this line falls through. The shares add up to the total
 * @param remark of the shopper for the seller; may be empty
 */
public record OrderLine(
        OrderLineId id,
        ItemRef item,
        String source,
        String skuId,
        String orderKey,
        Offer.Shop shop,
        Words title,
        List<Offer.Attribute> options,
        @Nullable URI picture,
        int quantity,
        Money unitPrice,
        Money freight,
        Money share,
        String remark,
        LineState state) {
    public OrderLine {
        options = List.copyOf(options);
    }

    /** All pieces at the agreed price, in CNY. */
    public Money goods() {
        return unitPrice.times(quantity);
    }

    OrderLine in(LineState next) {
        return new OrderLine(
                id, item, source, skuId, orderKey, shop, title, options, picture, quantity, unitPrice, freight, share,
                remark, next);
    }

    OrderLine at(OrderState.PriceMove accepted) {
        return new OrderLine(
                id,
                item,
                source,
                skuId,
                orderKey,
                shop,
                title,
                options,
                picture,
                quantity,
                accepted.newUnit(),
                freight,
                share.plus(accepted.extra()),
                remark,
                state);
    }
}
