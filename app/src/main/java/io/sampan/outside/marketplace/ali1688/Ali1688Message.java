package io.sampan.outside.marketplace.ali1688;

import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.MarketplaceNews.Subject;
import io.sampan.outside.wire.LooseJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One push. Source: docs/sources/1688.md "Push". Types that we do not know tell us nothing. */
record Ali1688Message(LooseJson message) {
    private static final int KEYS = 100;

    List<MarketplaceNews> toNews(Instant heardAt) {
        var id = message.text("msgId");
        var subject = subject();
        if (!id.matches("[\\x21-\\x7E]{1,100}") || subject.isEmpty()) {
            return List.of();
        }
        return keys(subject.get())
                .filter(key -> key.matches("[A-Za-z0-9_-]{1,40}"))
                .distinct()
                .limit(KEYS)
                .map(key -> new MarketplaceNews(MarketplaceId.ALI1688, Ali1688.SOURCE, subject.get(), key, id, heardAt))
                .toList();
    }

    private Optional<Subject> subject() {
        var type = message.text("type");
        if (type.startsWith("ORDER_")) {
            return Optional.of(Subject.ORDER);
        }
        if (type.startsWith("LOGISTICS_")) {
            return Optional.of(Subject.LOGISTICS);
        }
        return type.startsWith("PRODUCT_") ? Optional.of(Subject.ITEM) : Optional.empty();
    }

    private Stream<String> keys(Subject subject) {
        var data = message.at("data");
        return switch (subject) {
            case ORDER, LOGISTICS -> orders(data);
            case ITEM -> items(data);
        };
    }

    /** Where the order is named depends on the type: directly, in a model, or in that model's items. */
    private Stream<String> orders(LooseJson data) {
        return Stream.concat(Stream.of(data), models(data))
                .flatMap(level -> Stream.concat(
                        Stream.of(level.text("orderId")),
                        Stream.concat(level.list("orderLogsItems").stream(), level.list("batchPay").stream())
                                .map(item -> item.text("orderId"))))
                .filter(key -> !key.isEmpty());
    }

    private Stream<String> items(LooseJson data) {
        return Stream.concat(Stream.of(data), models(data))
                .flatMap(level -> Stream.concat(
                        Stream.of(level.text("offerId"), level.text("productId"), level.text("productIds")),
                        level.list("OfferInventoryChangeList").stream().map(item -> item.text("offerId"))))
                .flatMap(keys -> Arrays.stream(keys.split(",")))
                .map(String::strip)
                .filter(key -> !key.isEmpty());
    }

    private static Stream<LooseJson> models(LooseJson data) {
        return Stream.of("OrderLogisticsTracingModel", "MailNoChangeModel").map(data::at);
    }
}
