package io.sampan.outside.marketplace.pinduoduo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.LookingOnly;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.marketplace.pinduoduo.PinduoduoSaid.Data;
import io.sampan.outside.marketplace.pinduoduo.PinduoduoSaid.Nothing;
import io.sampan.outside.wire.WhenSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks at Pinduoduo's goods: prices without variants, so that what is ordered, a person buys. The platform looks up by {@code goods_sign} alone,
 * while links, people and other sources name goods by {@code goods_id}; the search finds a sign by its number.
 * Source: docs/sources/pinduoduo.md "Numbers and signs".
 */
@Component
@WhenSet("sampan.pinduoduo.client-id")
class Pinduoduo extends LookingOnly {
    static final String SOURCE = "pinduoduo-ddk";

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int SIGNS = 100_000;
    private static final String NUMBER = "\\d{1,18}";

    private final PinduoduoHttp http;
    private final PinduoduoSettings settings;
    private final Clock clock;
    /** By number, as far as this node has seen them; others are asked for. */
    private final Cache<String, String> signs =
            Caffeine.newBuilder().maximumSize(SIGNS).build();

    Pinduoduo(PinduoduoHttp http, PinduoduoSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public MarketplaceId id() {
        return MarketplaceId.PINDUODUO;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SEARCH, Capability.DETAIL);
    }

    @Override
    public Searched search(Searched.Query query) {
        var page = new PinduoduoPage(query.page(), query.size());
        return switch (http.ask(PinduoduoApi.SEARCH, asked(query, page))) {
            case Nothing(var after, var why) -> new Searched.Later(after, why);
            case Data(var response) -> {
                var rows = page.ofAsked(response.list("goods_list")).stream()
                        .map(PinduoduoGoods::new)
                        .toList();
                rows.forEach(this::learn);
                var listings = sorted(
                        rows.stream().flatMap(row -> row.toListing().stream()).toList(), query.order());
                yield new Searched.Page(listings, response.whole("total_count").orElse((long) listings.size()));
            }
        };
    }

    private Map<String, String> asked(Searched.Query query, PinduoduoPage page) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("keyword", query.words());
        asked.put("page", Integer.toString(page.number()));
        asked.put("page_size", Integer.toString(page.rows()));
        switch (query.order()) {
            case RELEVANCE -> {}
            case PRICE_UP -> asked.put("sort_type", "3");
            case PRICE_DOWN -> asked.put("sort_type", "4");
            case SALES -> asked.put("sort_type", "6");
        }
        if (!settings.pid().isEmpty()) {
            asked.put("pid", settings.pid());
        }
        return asked;
    }

    /** The platform sorts by prices of its own choice; within a page, by those that are shown. */
    private static List<Listing> sorted(List<Listing> listings, Searched.Order order) {
        var byPrice = Comparator.comparing(Listing::priceFrom);
        return switch (order) {
            case RELEVANCE, SALES -> listings;
            case PRICE_UP -> listings.stream().sorted(byPrice).toList();
            case PRICE_DOWN -> listings.stream().sorted(byPrice.reversed()).toList();
        };
    }

    private void learn(PinduoduoGoods goods) {
        goods.number().filter(number -> !goods.sign().isEmpty()).ifPresent(number -> signs.put(number, goods.sign()));
    }

    @Override
    public Searched searchByImage(byte[] picture, String language) {
        return new Searched.Unsupported();
    }

    @Override
    public Fetched fetch(String itemId, String language) {
        var item = new ItemRef(MarketplaceId.PINDUODUO, itemId);
        if (!itemId.matches(NUMBER)) {
            return fetched(item, itemId);
        }
        var known = signs.getIfPresent(itemId);
        return known == null ? byNumber(item) : fetched(item, known);
    }

    /** A number that the search does not find proves nothing: the programme has not all goods, and numbers are being withdrawn. */
    private Fetched byNumber(ItemRef item) {
        var query = new Searched.Query(item.itemId(), "zh", 1, 10, Searched.Order.RELEVANCE);
        return switch (http.ask(PinduoduoApi.SEARCH, asked(query, new PinduoduoPage(1, query.size())))) {
            case Nothing(var after, var why) -> new Fetched.Later(after, why);
            case Data(var response) -> {
                response.list("goods_list").stream().map(PinduoduoGoods::new).forEach(this::learn);
                yield Optional.ofNullable(signs.getIfPresent(item.itemId()))
                        .map(sign -> fetched(item, sign))
                        .orElseGet(Fetched.Unsupported::new);
            }
        };
    }

    /** Goods that are gone, or not promoted any longer, are left out without a word. */
    private Fetched fetched(ItemRef item, String sign) {
        return switch (http.ask(PinduoduoApi.DETAIL, Map.of("goods_sign", sign))) {
            case Nothing(var after, var why) -> new Fetched.Later(after, why);
            case Data(var response) -> {
                var goods = response.list("goods_details").stream()
                        .map(PinduoduoGoods::new)
                        .filter(one -> one.sign().equals(sign))
                        .findFirst();
                goods.ifPresent(this::learn);
                yield goods.isEmpty()
                        ? new Fetched.Gone(item)
                        : goods.get()
                                .toOffer(item, clock.instant())
                                .<Fetched>map(Fetched.Found::new)
                                .orElse(new Fetched.Later(SOON, "The answer tells no price"));
            }
        };
    }
}
