package io.sampan.outside.marketplace;

import io.sampan.money.amount.Money;
import java.util.List;

/**
 * What we want to buy of one shop in one order.
 *
 * @param reference our own id, the same at every try; sent to the marketplace, and looked up there before a second try
 * @param source the connector that the offers came from, and whose keys the lines name
 * @param receiver our warehouse in China
 * @param remark for the seller, at most 200 characters
 */
public record PurchaseRequest(
        String reference, String source, String shopId, List<Line> lines, Receiver receiver, String remark) {
    public PurchaseRequest {
        lines = List.copyOf(lines);
    }

    /**
     * @param lineReference our own id of the line
     * @param orderKey the SKU's key for orders, see {@link Offer.Sku}
     * @param unitPrice the price that we agreed to, for marketplaces that verify it
     */
    public record Line(
            String lineReference, ItemRef item, String skuId, String orderKey, int quantity, Money unitPrice) {}

    /** A warehouse, not a person: the operator's own address in China, in Chinese. */
    public record Receiver(
            String name,
            String mobile,
            String province,
            String city,
            String district,
            String street,
            String postcode) {}
}
