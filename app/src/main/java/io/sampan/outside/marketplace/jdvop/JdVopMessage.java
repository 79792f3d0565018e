package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.MarketplaceNews.Subject;
import io.sampan.outside.wire.LooseJson;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One message of {@code message/get}. Source: docs/sources/jdvop.md "Messages". */
record JdVopMessage(LooseJson message) {
    /** Split, price, listing, delivered, cancelled, waybill, payment failed, ended; others are not asked for. */
    static final String TYPES = "1,2,4,5,10,12,14,15";

    String id() {
        return message.text("id");
    }

    /** @param shownBy the items that show a SKU as one of their variants */
    List<MarketplaceNews> toNews(Instant heardAt, Function<String, Set<String>> shownBy) {
        var result = message.at("result");
        return switch (message.text("type")) {
            case "1" -> news(Subject.ORDER, orders(result, "pOrder"), heardAt);
            case "10" -> news(Subject.ORDER, orders(result, "orderId"), heardAt);
            case "14", "15" -> news(Subject.ORDER, orders(result, "jdOrderId"), heardAt);
            case "5", "12" -> news(Subject.LOGISTICS, orders(result, "orderId"), heardAt);
            case "2", "4" -> {
                var sku = result.text("skuId");
                yield news(Subject.ITEM, Stream.concat(Stream.of(sku), shownBy.apply(sku).stream()), heardAt);
            }
            default -> List.of();
        };
    }

    /** A number, or an order that has one. */
    private static Stream<String> orders(LooseJson result, String name) {
        return Stream.of(result.text(name), result.at(name).text("jdOrderId"));
    }

    private List<MarketplaceNews> news(Subject subject, Stream<String> keys, Instant heardAt) {
        return keys.filter(key -> key.matches("\\d{1,18}"))
                .distinct()
                .map(key -> new MarketplaceNews(MarketplaceId.JD, JdVop.SOURCE, subject, key, id(), heardAt))
                .toList();
    }
}
