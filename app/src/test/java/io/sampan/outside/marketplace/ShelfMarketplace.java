package io.sampan.outside.marketplace;

import io.sampan.money.amount.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** A marketplace with a shelf of offers that can be looked at and searched, but not bought, whatever it declares; what it answers can be replaced. */
public final class ShelfMarketplace extends LookingOnly {
    public final List<String> fetched = new CopyOnWriteArrayList<>();
    public final List<String> searched = new CopyOnWriteArrayList<>();
    public volatile Function<String, Fetched> fetching;
    public volatile Function<Searched.Query, Searched> searching;
    public volatile boolean sells;

    private final MarketplaceId id;
    private final String source;
    private final Map<String, Supplier<Offer>> shelf = new ConcurrentHashMap<>();

    public ShelfMarketplace(MarketplaceId id) {
        this(id, "fake");
    }

    public ShelfMarketplace(MarketplaceId id, String source) {
        this.id = id;
        this.source = source;
        this.fetching = this::offered;
        this.searching = query -> listings();
    }

    /** The offer is made anew at each look, so that it is as young as the look. */
    public void put(String itemId, Supplier<Offer> offer) {
        shelf.put(itemId, offer);
    }

    private Fetched offered(String itemId) {
        var offer = shelf.get(itemId);
        return offer == null ? new Fetched.Gone(new ItemRef(id, itemId)) : new Fetched.Found(offer.get());
    }

    private Searched listings() {
        var rows = shelf.values().stream()
                .map(Supplier::get)
                .map(offer -> new Searched.Listing(
                        offer.item(),
                        offer.title(),
                        offer.pictures().getFirst(),
                        offer.priceFrom().orElse(Money.fen(1)),
                        offer.sold()))
                .toList();
        return new Searched.Page(rows, rows.size());
    }

    @Override
    public MarketplaceId id() {
        return id;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<Capability> capabilities() {
        return sells
                ? EnumSet.of(Capability.SEARCH, Capability.DETAIL, Capability.PLACE_ORDER)
                : EnumSet.of(Capability.SEARCH, Capability.DETAIL);
    }

    @Override
    public Searched search(Searched.Query query) {
        searched.add(query.words());
        return searching.apply(query);
    }

    @Override
    public Searched searchByImage(byte[] picture, String language) {
        return new Searched.Unsupported();
    }

    @Override
    public Fetched fetch(String itemId, String language) {
        fetched.add(itemId);
        return fetching.apply(itemId);
    }
}
