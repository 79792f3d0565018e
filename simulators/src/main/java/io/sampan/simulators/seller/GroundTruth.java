package io.sampan.simulators.seller;

import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What really is so about a marketplace's purchases, for tests and the control page: never sent over the wire. */
public final class GroundTruth {
    private GroundTruth() {}

    /** Every purchase with its outer number, state, money in fen, lines with their real weights, and waybill. */
    public static List<Map<String, @Nullable Object>> of(Purchases purchases, World world, Marketplace marketplace) {
        return purchases.all().stream()
                .map(purchase -> of(purchase, world, marketplace))
                .toList();
    }

    private static Map<String, @Nullable Object> of(Purchase purchase, World world, Marketplace marketplace) {
        Purchase.Shipping shipping = purchase.shipping();
        return Fields.of(
                "orderId", purchase.id(),
                "outOrderId", purchase.outerId(),
                "status", purchase.state(),
                "paid", purchase.paid(),
                "payTries", purchase.payTries(),
                "goodsFen", purchase.goodsFen(),
                "freightFen", purchase.freightFen(),
                "totalFen", purchase.totalFen(),
                "times", purchase.times(),
                "closeReason", purchase.closeReason(),
                "waybill", shipping == null ? null : shipping.waybill(),
                "courier", shipping == null ? null : shipping.company(),
                "receiver", purchase.receiver(),
                "lines",
                        purchase.lines().stream()
                                .map(line -> line(line, world, marketplace))
                                .toList());
    }

    private static Map<String, @Nullable Object> line(Purchase.Line line, World world, Marketplace marketplace) {
        Offer offer = world.offer(world.listing(marketplace, line.offerId()).orElseThrow());
        int grams = offer.skus().stream()
                .filter(sku -> sku.id() == line.skuId())
                .mapToInt(Offer.Sku::grams)
                .findFirst()
                .orElse(offer.parcel().grams());
        return Fields.of(
                "lineId", line.id(),
                "offerId", String.valueOf(line.offerId()),
                "skuId", String.valueOf(line.skuId()),
                "quantity", line.quantity(),
                "unitFen", line.unitFen(),
                "outerLine", line.outerLine(),
                "title", offer.listing().title().zh(),
                "realGramsEach", grams,
                "realSizeMm", offer.parcel().size(),
                "flags", offer.listing().category().flags());
    }
}
