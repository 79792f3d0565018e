package io.sampan.browse.landedcost;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some pieces of one variant.
 *
 * @param quantity pieces, 1 to 100000
 * @param unitPrice of one piece in CNY, as agreed
 * @param category words that say what it is, Chinese or English; weight and heading are guessed from them
 * @param statedGrams of one piece, as the seller says; null when silent
 * @param statedSize of one packed piece; null when the seller is silent
 * @param domesticFreight what the shop asks for the way to the warehouse, in CNY; null when silent
 */
public record BasketLine(
        ItemRef item,
        String skuId,
        int quantity,
        Money unitPrice,
        String shopId,
        String category,
        @Nullable Integer statedGrams,
        @Nullable SizeMm statedSize,
        @Nullable Money domesticFreight,
        Set<Hazard> hazards) {
    private static final int MOST_PIECES = 100_000;

    public BasketLine {
        hazards = Set.copyOf(hazards);
        if (quantity < 1 || quantity > MOST_PIECES) {
            throw new IllegalArgumentException(quantity + " pieces of " + item);
        }
        if (!unitPrice.currency().equals(Money.CNY) || unitPrice.isNegative()) {
            throw new IllegalArgumentException("Not a price in CNY: " + unitPrice);
        }
    }

    /**
     * The line for some pieces of an offer's variant.
     *
     * @param offerQuantity pieces of all variants of the offer that are bought together, which decides the wholesale price
     * @return empty where the variant has no price that is believed: then there is nothing to reckon with
     */
    public static Optional<BasketLine> of(Offer offer, Offer.Sku sku, int quantity, int offerQuantity) {
        return offer.unitPrice(sku, offerQuantity).map(price -> of(offer, sku, quantity, price));
    }

    private static BasketLine of(Offer offer, Offer.Sku sku, int quantity, Money unitPrice) {
        return new BasketLine(
                offer.item(),
                sku.skuId(),
                quantity,
                unitPrice,
                offer.shop().id(),
                words(offer),
                offer.statedWeightGrams(),
                offer.statedSizeMm(),
                offer.domesticFreight(),
                offer.hazards());
    }

    /** All pieces at the agreed price, in CNY. */
    public Money goods() {
        return unitPrice.times(quantity);
    }

    private static String words(Offer offer) {
        return offer.category().path().stream()
                .flatMap(step -> Stream.concat(
                        Stream.of(step.chinese()),
                        step.translations().values().stream().sorted()))
                .collect(Collectors.joining(" "));
    }
}
