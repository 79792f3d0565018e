package io.sampan.outside.marketplace.jdunion;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.LookingOnly;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.jdunion.JdUnionSaid.Data;
import io.sampan.outside.marketplace.jdunion.JdUnionSaid.Refusal;
import io.sampan.outside.marketplace.jdunion.JdUnionSaid.Silent;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.WhenSet;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks at the goods of JD and of the shops on it: prices without variants, so that what is ordered, a person buys. */
@Component
@WhenSet("sampan.jd-union.app-key")
class JdUnion extends LookingOnly {
    static final String SOURCE = "jd-union";

    private static final Duration SOON = Duration.ofSeconds(30);

    private final JdUnionHttp http;
    private final Clock clock;

    JdUnion(JdUnionHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public MarketplaceId id() {
        return MarketplaceId.JD;
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
        return switch (http.ask(JdUnionApi.GOODS, Map.of("goodsReqDTO", asked(query)))) {
            case Silent(var why, var after) -> new Searched.Later(after, why);
            case Refusal(var fault) -> new Searched.Later(fault.pause(), fault.line());
            case Data(var result) -> {
                var listings = result.list("data").stream()
                        .flatMap(row -> new JdUnionGoods(row).toListing().stream())
                        .toList();
                yield new Searched.Page(listings, result.whole("totalCount").orElse((long) listings.size()));
            }
        };
    }

    private static Map<String, Object> asked(Searched.Query query) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("keyword", query.words());
        asked.put("pageIndex", query.page());
        asked.put("pageSize", query.size());
        switch (query.order()) {
            case RELEVANCE -> {}
            case PRICE_UP -> asked.putAll(Map.of("sortName", "price", "sort", "asc"));
            case PRICE_DOWN -> asked.putAll(Map.of("sortName", "price", "sort", "desc"));
            case SALES -> asked.putAll(Map.of("sortName", "inOrderCount30Days", "sort", "desc"));
        }
        return asked;
    }

    @Override
    public Searched searchByImage(byte[] picture, String language) {
        return new Searched.Unsupported();
    }

    /** Apps that may not ask for goods by SKU any more are shown the older and flatter shape still. */
    @Override
    public Fetched fetch(String itemId, String language) {
        var item = new ItemRef(MarketplaceId.JD, itemId);
        if (!itemId.matches("\\d{1,18}")) {
            return new Fetched.Gone(item);
        }
        var request = Map.<String, Object>of("skuIds", List.of(Long.parseLong(itemId)), "pageIndex", 1, "pageSize", 1);
        var said = http.ask(JdUnionApi.GOODS, Map.of("goodsReqDTO", request));
        return said instanceof Refusal(var fault) && fault.wantsItemId()
                ? fetched(item, http.ask(JdUnionApi.GOODS_INFO, Map.of("skuIds", itemId)))
                : fetched(item, said);
    }

    private Fetched fetched(ItemRef item, JdUnionSaid said) {
        return switch (said) {
            case Silent(var why, var after) -> new Fetched.Later(after, why);
            case Refusal(var fault) -> new Fetched.Later(fault.pause(), fault.line());
            case Data(var result) -> found(item, result);
        };
    }

    /** What it does not have, or does not promote any longer, it leaves out without a word. */
    private Fetched found(ItemRef item, LooseJson result) {
        var goods = result.list("data").stream()
                .map(JdUnionGoods::new)
                .filter(one -> one.id().equals(item.itemId()))
                .findFirst();
        if (goods.isEmpty()) {
            return new Fetched.Gone(item);
        }
        return goods.get()
                .toOffer(clock.instant())
                .<Fetched>map(Fetched.Found::new)
                .orElse(new Fetched.Later(SOON, "The answer tells no price"));
    }
}
