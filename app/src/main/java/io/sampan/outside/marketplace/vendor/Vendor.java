package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.LookingOnly;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.wire.LooseJson;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One marketplace as the vendor shows it. It is somebody's scrape: a second opinion, and never what one buys by. */
class Vendor extends LookingOnly {
    static final String SOURCE = "vendor";

    private final MarketplaceId id;
    private final VendorHttp http;
    private final VendorShape shape;

    Vendor(MarketplaceId id, VendorHttp http) {
        this.id = id;
        this.http = http;
        this.shape = http.shape();
    }

    @Override
    public MarketplaceId id() {
        return id;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SEARCH, Capability.DETAIL, Capability.SKU_STOCK);
    }

    private String market() {
        return shape.path("market." + id.slug());
    }

    @Override
    public Searched search(Searched.Query query) {
        var asked = Map.of(
                "market", market(),
                "words", query.words(),
                "page", Integer.toString(query.page()),
                "size", Integer.toString(query.size()),
                "sort", shape.path(sort(query.order())));
        return switch (http.ask("call.search", asked)) {
            case VendorSaid.Later(var after, var why) -> new Searched.Later(after, why);
            case VendorSaid.Missing _ -> new Searched.Page(List.of(), 0);
            case VendorSaid.Data(var data, var seenAt) -> page(data, query);
        };
    }

    private static String sort(Searched.Order order) {
        return switch (order) {
            case RELEVANCE -> "sort.relevance";
            case PRICE_UP -> "sort.price-up";
            case PRICE_DOWN -> "sort.price-down";
            case SALES -> "sort.sales";
        };
    }

    /** Vendors give as many rows as they like. */
    private Searched page(LooseJson data, Searched.Query query) {
        var listings = ordered(
                        shape.list(data, "rows").stream()
                                .flatMap(row -> new VendorItem(row, shape).toListing(id).stream()),
                        query.order())
                .limit(query.size())
                .toList();
        long total =
                shape.decimal(data, "rows.total").map(BigDecimal::longValue).orElse((long) listings.size());
        return new Searched.Page(listings, total);
    }

    /** By the price that is shown; what the vendor sorts by is not documented. */
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

    /** A vendor that translates leaves out the original, so that it is asked in Chinese. */
    @Override
    public Fetched fetch(String itemId, String language) {
        var ref = new ItemRef(id, itemId);
        return switch (http.ask("call.item", Map.of("market", market(), "item", itemId))) {
            case VendorSaid.Later(var after, var why) -> new Fetched.Later(after, why);
            case VendorSaid.Missing _ -> new Fetched.Gone(ref);
            case VendorSaid.Data(var data, var seenAt) ->
                new Fetched.Found(new VendorItem(shape.at(data, "item"), shape).toOffer(ref, seenAt));
        };
    }
}
