package io.sampan.windows.storefront;

import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Offer.Sku;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which variant of an offer is looked at, and which variants the other values of each option lead to.
 *
 * @param sku null when the offer has none on sale
 * @param quantity at least what the seller sells at a time
 * @param most that anybody may order or say at once
 */
record Choosing(Offer offer, @Nullable Sku sku, int quantity, String line, CartPage.Most most) {
    static Choosing of(Offer offer, ProductPage.Asked asked) {
        var chosen = offer.sku(asked.sku())
                .or(() -> offer.choices().stream()
                        .filter(sku -> sku.inStock(1) && sku.price() != null)
                        .findFirst())
                .or(() -> offer.choices().stream().filter(sku -> sku.inStock(1)).findFirst())
                .or(() -> offer.choices().stream().findFirst())
                .orElse(null);
        int least = Math.max(1, offer.minOrderQuantity());
        return new Choosing(
                offer,
                chosen,
                Math.clamp(asked.quantity(), least, Math.max(least, asked.most().pieces())),
                asked.line(),
                asked.most());
    }

    /** One value of an option, and the variant that choosing it leads to: the one that keeps most of the other values, in stock if there is one. */
    record Value(Attribute attribute, Sku leadsTo, boolean chosen) {}

    /** Each option of the offer with its values, in the order in which the variants name them. */
    Map<Attribute, List<Value>> options() {
        var names = new LinkedHashMap<String, Attribute>();
        var values = new LinkedHashMap<String, LinkedHashMap<String, Attribute>>();
        for (var variant : offer.skus()) {
            for (var option : variant.options()) {
                var name = option.name().chinese();
                names.putIfAbsent(name, option);
                values.computeIfAbsent(name, fresh -> new LinkedHashMap<>())
                        .putIfAbsent(option.value().chinese(), option);
            }
        }
        var options = new LinkedHashMap<Attribute, List<Value>>();
        names.forEach((name, attribute) -> options.put(
                attribute,
                values.getOrDefault(name, new LinkedHashMap<>()).values().stream()
                        .map(this::value)
                        .toList()));
        return options;
    }

    private Value value(Attribute attribute) {
        Sku best = offer.skus().getFirst();
        int most = -1;
        for (var variant : offer.skus()) {
            int kept = has(variant, attribute) ? kept(variant) * 2 + (variant.inStock(1) ? 1 : 0) : -1;
            if (kept > most) {
                most = kept;
                best = variant;
            }
        }
        return new Value(attribute, best, sku != null && has(sku, attribute));
    }

    private int kept(Sku variant) {
        int kept = 0;
        if (sku != null) {
            for (var option : sku.options()) {
                kept += has(variant, option) ? 1 : 0;
            }
        }
        return kept;
    }

    private static boolean has(Sku variant, Attribute attribute) {
        for (var option : variant.options()) {
            if (option.name().chinese().equals(attribute.name().chinese())
                    && option.value().chinese().equals(attribute.value().chinese())) {
                return true;
            }
        }
        return false;
    }
}
