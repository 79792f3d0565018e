package io.sampan.outside.marketplace.jdvop;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code search/search}, which finds one SKU for each product and tells no price. Source: docs/sources/jdvop.md "Goods". */
record JdVopSearch(LooseJson reply) {
    static Map<String, String> fields(Searched.Query query) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("keyword", query.words());
        fields.put("pageIndex", Integer.toString(query.page()));
        fields.put("pageSize", Integer.toString(query.size()));
        sort(query.order()).ifPresent(sort -> fields.put("sortType", sort));
        return fields;
    }

    List<String> skus() {
        return reply.at("result").list("hitResult").stream()
                .map(hit -> hit.text("wareId"))
                .filter(sku -> sku.matches("\\d{1,18}"))
                .toList();
    }

    /** @param prices the reply of {@code getSellPrice}; what has none is not sold to us */
    Searched.Page toPage(LooseJson prices) {
        var listings = reply.at("result").list("hitResult").stream()
                .flatMap(hit -> listing(hit, prices).stream())
                .toList();
        return new Searched.Page(
                listings, reply.at("result").whole("resultCount").orElse((long) listings.size()));
    }

    private static Optional<Listing> listing(LooseJson hit, LooseJson prices) {
        var sku = hit.text("wareId");
        var price = prices.list("result").stream()
                .filter(row -> row.text("skuId").equals(sku))
                .flatMap(row -> JdVopTexts.yuan(row, "price").stream())
                .filter(Money::isPositive)
                .findFirst();
        var picture = JdVopTexts.picture(hit.text("imageUrl")).findFirst();
        if (price.isEmpty() || picture.isEmpty()) {
            return Optional.empty();
        }
        var item = new ItemRef(MarketplaceId.JD, sku);
        return Optional.of(new Listing(item, Words.chinese(hit.text("wareName")), picture.get(), price.get(), 0));
    }

    private static Optional<String> sort(Searched.Order order) {
        return switch (order) {
            case RELEVANCE -> Optional.empty();
            case PRICE_UP -> Optional.of("price_asc");
            case PRICE_DOWN -> Optional.of("price_desc");
            case SALES -> Optional.of("sale_desc");
        };
    }
}
