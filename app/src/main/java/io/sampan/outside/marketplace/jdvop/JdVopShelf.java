package io.sampan.outside.marketplace.jdvop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Data;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Refusal;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Silent;
import io.sampan.outside.wire.LooseJson;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Searching and looking: VOP tells of goods in pieces, so that one look is four or five calls. */
final class JdVopShelf {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int CATEGORIES = 5_000;
    private static final Duration CATEGORY_LIFE = Duration.ofDays(1);
    private static final int SIBLINGS = 100_000;
    private static final LooseJson NOTHING = LooseJson.of("");

    private final JdVopHttp http;
    private final JdVopSettings settings;
    private final Clock clock;
    private final Cache<String, String> categories = Caffeine.newBuilder()
            .maximumSize(CATEGORIES)
            .expireAfterWrite(CATEGORY_LIFE)
            .build();
    /** By SKU, the item that showed it last as a variant; forgotten by a restart, and then only the item's own messages are heard. */
    private final Cache<String, String> itemOf =
            Caffeine.newBuilder().maximumSize(SIBLINGS).build();

    JdVopShelf(JdVopHttp http, JdVopSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    Searched search(Searched.Query query) {
        return switch (http.ask(JdVopApi.SEARCH, JdVopSearch.fields(query))) {
            case Silent(var why, var maybeArrived, var after) -> new Searched.Later(after, why);
            case Refusal(var fault) ->
                fault.kind() == JdVopFault.Kind.MISSING
                        ? new Searched.Page(List.of(), 0)
                        : new Searched.Later(http.pause(fault), fault.line());
            case Data(var reply) -> priced(new JdVopSearch(reply));
        };
    }

    private Searched priced(JdVopSearch found) {
        if (found.skus().isEmpty()) {
            return found.toPage(NOTHING);
        }
        return switch (http.ask(JdVopApi.PRICE, Map.of("sku", String.join(",", found.skus())))) {
            case Silent(var why, var maybeArrived, var after) -> new Searched.Later(after, why);
            case Refusal(var fault) ->
                fault.kind() == JdVopFault.Kind.MISSING
                        ? found.toPage(NOTHING)
                        : new Searched.Later(http.pause(fault), fault.line());
            case Data(var prices) -> found.toPage(prices);
        };
    }

    Fetched fetch(String sku) {
        var item = new ItemRef(MarketplaceId.JD, sku);
        if (!sku.matches("\\d{1,18}")) {
            return new Fetched.Gone(item);
        }
        return switch (http.ask(JdVopApi.DETAIL, Map.of("sku", sku))) {
            case Silent(var why, var maybeArrived, var after) -> new Fetched.Later(after, why);
            case Refusal(var fault) -> notFetched(item, fault);
            case Data(var reply) -> withFamily(item, reply.at("result"));
        };
    }

    private Fetched withFamily(ItemRef item, LooseJson detail) {
        if (JdVopProduct.isDelisted(detail)) {
            return new Fetched.Gone(item);
        }
        if (!detail.text("sku").equals(item.itemId())) {
            return new Fetched.Later(SOON, "The answer is of another item");
        }
        return switch (http.ask(JdVopApi.SIMILAR, Map.of("sku", item.itemId()))) {
            case Silent(var why, var maybeArrived, var after) -> new Fetched.Later(after, why);
            case Refusal(var fault) ->
                fault.kind() == JdVopFault.Kind.MISSING
                        ? withPrices(item, detail, new JdVopFamily(item.itemId(), NOTHING))
                        : new Fetched.Later(http.pause(fault), fault.line());
            case Data(var similar) -> withPrices(item, detail, new JdVopFamily(item.itemId(), similar));
        };
    }

    private Fetched withPrices(ItemRef item, LooseJson detail, JdVopFamily family) {
        return switch (http.ask(JdVopApi.PRICE, Map.of("sku", String.join(",", family.skus())))) {
            case Silent(var why, var maybeArrived, var after) -> new Fetched.Later(after, why);
            case Refusal(var fault) -> notFetched(item, fault);
            case Data(var prices) -> withStock(detail, family, prices);
        };
    }

    private Fetched withStock(LooseJson detail, JdVopFamily family, LooseJson prices) {
        var asked = family.skus().stream()
                .map(sku -> Map.<String, Object>of("skuId", Long.parseLong(sku), "num", 1))
                .toList();
        var fields = Map.of("skuNums", LooseJson.write(asked), "area", settings.area());
        return switch (http.ask(JdVopApi.STOCK, fields)) {
            case Silent(var why, var maybeArrived, var after) -> new Fetched.Later(after, why);
            case Refusal(var fault) -> new Fetched.Later(http.pause(fault), fault.line());
            case Data(var stock) -> {
                var product = new JdVopProduct(detail, family, prices, stock, category(JdVopProduct.leaf(detail)));
                family.skus().forEach(sku -> itemOf.put(sku, product.id()));
                yield new Fetched.Found(product.toOffer(clock.instant()));
            }
        };
    }

    private Fetched notFetched(ItemRef item, JdVopFault fault) {
        return switch (fault.kind()) {
            case MISSING, SOLD_OUT -> new Fetched.Gone(item);
            case LIMITED, UNAUTHORISED, PRICE_MOVED, ALREADY, NO_MONEY, REFUSED, BROKEN, UNKNOWN ->
                new Fetched.Later(http.pause(fault), fault.line());
        };
    }

    /** A detail names its category by number alone. Without a name the item is shown all the same. */
    private Optional<String> category(String id) {
        var known = categories.getIfPresent(id);
        if (known != null || !id.matches("\\d{1,18}")) {
            return Optional.ofNullable(known);
        }
        if (!(http.ask(JdVopApi.CATEGORY, Map.of("cid", id)) instanceof Data(var reply))) {
            return Optional.empty();
        }
        var name = reply.at("result").words("name");
        name.ifPresent(told -> categories.put(id, told));
        return name;
    }

    /** The items that show this SKU as one of their variants. */
    Set<String> shownBy(String sku) {
        return Optional.ofNullable(itemOf.getIfPresent(sku)).map(Set::of).orElse(Set.of());
    }
}
