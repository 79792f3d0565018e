package io.sampan.outside.marketplace.top;

import io.sampan.outside.credentials.AccessTokens;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.LookingOnly;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.marketplace.top.TopSaid.Data;
import io.sampan.outside.marketplace.top.TopSaid.Refusal;
import io.sampan.outside.marketplace.top.TopSaid.Silent;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.Wire;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Taobao's affiliate programme: prices of items without their variants, and what share tokens mean. */
@Component
@ConditionalOnProperty("sampan.tbk.app-key")
class Tbk extends LookingOnly {
    static final String SOURCE = "tbk";

    private static final String NOTHING_FOUND = "50001";
    private static final String OF_AN_ITEM = "1";
    private static final String ONLY_CHANGING_IDS = "The upgraded search named nothing by its number";

    private final TopHttp http;
    private final TbkSettings settings;
    private final Clock clock;

    Tbk(TbkSettings settings, Wire wire, AccessTokens tokens, Clock clock) {
        this.http = new TopHttp(settings.app(), wire, tokens, clock);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public MarketplaceId id() {
        return MarketplaceId.TAOBAO;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Set<Capability> capabilities() {
        var all = EnumSet.of(Capability.SEARCH, Capability.DETAIL);
        if (settings.hasAccount()) {
            all.add(Capability.SHARE_TOKEN);
        }
        return all;
    }

    @Override
    public Searched search(Searched.Query query) {
        return switch (http.ask(settings.upgraded() ? TopApi.MATERIAL_UPGRADED : TopApi.MATERIAL, asked(query))) {
            case Silent(var why, var maybeArrived, var after) -> new Searched.Later(after, why);
            case Refusal(var fault, var after) ->
                fault.says(NOTHING_FOUND) ? new Searched.Page(List.of(), 0) : new Searched.Later(after, fault.line());
            case Data(var data) -> page(data, query.order());
        };
    }

    private Map<String, String> asked(Searched.Query query) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("adzone_id", settings.adzone());
        asked.put("q", query.words());
        asked.put("page_no", Integer.toString(query.page()));
        asked.put("page_size", Integer.toString(query.size()));
        sort(query.order()).ifPresent(sort -> asked.put("sort", sort));
        return asked;
    }

    private static Optional<String> sort(Searched.Order order) {
        return switch (order) {
            case RELEVANCE -> Optional.empty();
            case PRICE_UP -> Optional.of("price_asc");
            case PRICE_DOWN -> Optional.of("price_des");
            case SALES -> Optional.of("total_sales_des");
        };
    }

    /** A page of which nothing can be named is no answer: another connector may know the goods by their numbers. */
    private static Searched page(LooseJson data, Searched.Order order) {
        var rows = data.at("result_list").list("map_data");
        var listings = ordered(rows.stream().flatMap(row -> TbkItem.of(row).listing().stream()), order)
                .toList();
        return listings.isEmpty() && !rows.isEmpty()
                ? new Searched.Later(TopHttp.SOON, ONLY_CHANGING_IDS)
                : new Searched.Page(listings, data.whole("total_results").orElse((long) listings.size()));
    }

    /** By the price that is shown: the platform sorts by one that need not be it. */
    private static Stream<Listing> ordered(Stream<Listing> listings, Searched.Order order) {
        return switch (order) {
            case RELEVANCE, SALES -> listings;
            case PRICE_UP -> listings.sorted(Comparator.comparing(Listing::priceFrom));
            case PRICE_DOWN ->
                listings.sorted(Comparator.comparing(Listing::priceFrom).reversed());
        };
    }

    @Override
    public Searched searchByImage(byte[] picture, String language) {
        return new Searched.Unsupported();
    }

    /** What is unknown or not on sale is left out of the answer. Nothing is translated. */
    @Override
    public Fetched fetch(String itemId, String language) {
        var ref = new ItemRef(MarketplaceId.TAOBAO, itemId);
        if (!TopValue.isNumber(itemId)) {
            return new Fetched.Gone(ref);
        }
        var said = settings.upgraded()
                ? http.ask(TopApi.INFO_UPGRADED, Map.of("item_id", itemId))
                : http.ask(TopApi.INFO, Map.of("num_iids", itemId));
        return switch (said) {
            case Silent(var why, var maybeArrived, var after) -> new Fetched.Later(after, why);
            case Refusal(var fault, var after) ->
                fault.says(NOTHING_FOUND) ? new Fetched.Gone(ref) : new Fetched.Later(after, fault.line());
            case Data(var data) ->
                rows(data.at("results"))
                        .map(TbkItem::of)
                        .filter(item -> item.isOf(itemId))
                        .findFirst()
                        .<Fetched>map(item -> new Fetched.Found(item.toOffer(itemId, clock.instant())))
                        .orElse(new Fetched.Gone(ref));
        };
    }

    private static Stream<LooseJson> rows(LooseJson results) {
        return Stream.concat(results.list("n_tbk_item").stream(), results.list("tbk_item_detail").stream());
    }

    /** Shops and activities have tokens, too. */
    @Override
    public Shared shared(String token) {
        if (!settings.hasAccount()) {
            return new Shared.Unsupported();
        }
        var asked = Map.of(
                "password_content", "￥" + token + "￥", "adzone_id", settings.adzone(), "site_id", settings.site());
        return switch (http.ask(TopApi.TOKEN, asked)) {
            case Silent(var why, var maybeArrived, var after) -> new Shared.Later(after, why);
            case Refusal(var fault, var after) ->
                fault.kind() == TopFault.Kind.REFUSED
                        ? new Shared.Other(fault.line())
                        : new Shared.Later(after, fault.line());
            case Data(var data) -> {
                var meant = data.at("data");
                var number = meant.text("num_iid");
                yield meant.text("url_type").equals(OF_AN_ITEM) && TopValue.isNumber(number)
                        ? new Shared.Item(new ItemRef(MarketplaceId.TAOBAO, number))
                        : new Shared.Other("a link of kind " + meant.text("url_type"));
            }
        };
    }
}
