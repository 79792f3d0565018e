package io.sampan.outside.marketplace.ali1688;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.wire.LooseJson;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code product.search.keywordQuery} and {@code imageQuery}: prices are yuan as text. Source: docs/sources/1688.md "Money". */
record Ali1688Search(LooseJson reply, String language) {
    private static final int BEST = 20;

    static Map<String, String> fields(Searched.Query query, String language) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("keyword", query.words());
        parameters.put("beginPage", query.page());
        parameters.put("pageSize", query.size());
        parameters.put("country", language);
        sort(query.order()).ifPresent(sort -> parameters.put("sort", sort));
        return Map.of("offerQueryParam", LooseJson.write(parameters));
    }

    /** The name of the parameter is from memory. Source: docs/sources/1688.md "Pictures". */
    static Map<String, String> upload(byte[] picture) {
        var parameters = Map.of("imageBase64", Base64.getEncoder().encodeToString(picture));
        return Map.of("uploadImageParam", LooseJson.write(parameters));
    }

    /** The same rows, {@value #BEST} at most, whatever is asked for. */
    static Map<String, String> byPicture(String imageId, String country) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("imageId", imageId);
        parameters.put("beginPage", 1);
        parameters.put("pageSize", BEST);
        parameters.put("country", country);
        return Map.of("offerQueryParam", LooseJson.write(parameters));
    }

    Optional<Ali1688Fault> fault() {
        return Ali1688Fault.ofApi(reply.at("result"));
    }

    Searched.Page toPage() {
        var page = reply.at("result", "result");
        var listings =
                page.list("data").stream().flatMap(row -> listing(row).stream()).toList();
        return new Searched.Page(listings, page.whole("totalRecords").orElse((long) listings.size()));
    }

    private Optional<Listing> listing(LooseJson row) {
        var id = row.text("offerId");
        var prices = row.at("priceInfo");
        var price = Stream.of("promotionPrice", "price", "consignPrice")
                .flatMap(name -> Ali1688Texts.yuan(prices, name).stream())
                .filter(Money::isPositive)
                .findFirst();
        var picture = Ali1688Texts.picture(row.text("imageUrl")).findFirst();
        if (!id.matches("\\d{1,20}") || price.isEmpty() || picture.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Listing(
                new ItemRef(MarketplaceId.ALI1688, id),
                new Ali1688Texts(language).words(row, "subject"),
                picture.get(),
                price.get(),
                row.whole("monthSold").orElse(0L)));
    }

    private static Optional<String> sort(Searched.Order order) {
        return switch (order) {
            case RELEVANCE -> Optional.empty();
            case PRICE_UP -> Optional.of("{\"price\":\"asc\"}");
            case PRICE_DOWN -> Optional.of("{\"price\":\"desc\"}");
            case SALES -> Optional.of("{\"monthSold\":\"desc\"}");
        };
    }
}
