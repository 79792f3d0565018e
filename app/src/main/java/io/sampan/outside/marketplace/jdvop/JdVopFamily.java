package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code getSimilarSku}: the colours and sizes of one product, each with the SKUs that have it. Where there is nothing to choose from, the SKU
 * stands alone.
 *
 * @param sku that was asked about
 * @param similar the reply; one where everything is missing for a SKU without siblings
 */
record JdVopFamily(String sku, LooseJson similar) {
    /** As many as one call tells prices and stock of. */
    private static final int MOST = 100;

    /** The one that was asked about first. */
    List<String> skus() {
        var siblings = dimensions().flatMap(JdVopFamily::values).flatMap(value -> value.texts("skuIds").stream());
        return Stream.concat(Stream.of(sku), siblings)
                .filter(id -> id.matches("\\d{1,18}"))
                .distinct()
                .limit(MOST)
                .toList();
    }

    List<Attribute> options(String of) {
        return dimensions()
                .flatMap(dimension -> values(dimension)
                        .filter(value -> value.texts("skuIds").contains(of))
                        .map(value -> new Attribute(
                                Words.chinese(dimension.text("saleName")), Words.chinese(value.text("saleValue")))))
                .toList();
    }

    Optional<URI> picture(String of) {
        return dimensions()
                .flatMap(JdVopFamily::values)
                .filter(value -> value.texts("skuIds").contains(of))
                .flatMap(value -> JdVopTexts.picture(value.text("imagePath")))
                .findFirst();
    }

    /** A SKU's name ends with its colour and size; what all of them share is the product's. */
    String withoutOptions(String of, String name) {
        var rest = name.strip();
        for (var option : options(of).reversed()) {
            var value = option.value().chinese();
            if (rest.endsWith(" " + value)) {
                rest = rest.substring(0, rest.length() - value.length()).strip();
            }
        }
        return rest;
    }

    private Stream<LooseJson> dimensions() {
        return similar.list("result").stream();
    }

    private static Stream<LooseJson> values(LooseJson dimension) {
        return dimension.list("saleAttrList").stream();
    }
}
