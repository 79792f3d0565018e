package io.sampan.simulators.world;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Books;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All goods on sale, as they are now. The same seed and time give the same world; what was bought or done is kept. */
public final class World {
    /** The seed used unless another is asked for. */
    public static final long USUAL_SEED = 20261122;
    /** Offers made unless another number is asked for. */
    public static final int USUAL_OFFERS = 24_000;

    /** What happened to an offer by hand. */
    public enum Change {
        PRICE,
        STOCK,
        DELISTED,
        RELISTED
    }

    private final InstantSource time;
    private final Book<Touch> touches;
    private final CategoryTree categories;
    private final Map<String, Listing> byKey = new HashMap<>();
    private final List<Listing> listings;
    private final Details details;
    private final TitleSearch search;
    private final TitleSearch youngerSearch;
    private final List<BiConsumer<Listing, Change>> listeners = new CopyOnWriteArrayList<>();

    /**
     * Makes the world of a seed; takes about a second. {@code offers} are those of 1688 and Taobao; JD and Pinduoduo have a fifth of
     * that each beside them.
     */
    public World(long seed, int offers, Books books, InstantSource time) {
        this.time = time;
        this.touches = books.open("world-touches", Touch.class);
        var vocabulary = new Vocabulary();
        this.categories = new CategoryTree(vocabulary);
        var genesis = new Genesis(seed, vocabulary, categories.leaves());
        List<Listing> first = genesis.listings(offers);
        List<Listing> younger = genesis.younger(offers);
        this.listings = Stream.concat(first.stream(), younger.stream()).toList();
        listings.forEach(listing -> byKey.put(listing.key(), listing));
        this.details = new Details(seed, vocabulary, new Tides(seed), this::touch);
        // Apart, because how much a word weighs in a search depends on all the goods beside it.
        this.search = new TitleSearch(first);
        this.youngerSearch = new TitleSearch(younger);
    }

    private Touch touch(String key) {
        return touches.get(key).orElseGet(() -> Touch.none(key));
    }

    public CategoryTree categories() {
        return categories;
    }

    /** Every listing there is, listed or not, in the order of the seed; those of JD and Pinduoduo come last. */
    public List<Listing> listings() {
        return List.copyOf(listings);
    }

    /** The listings of one marketplace, listed or not, in the order of the seed. */
    public List<Listing> listings(Marketplace marketplace) {
        return listings.stream()
                .filter(listing -> listing.marketplace() == marketplace)
                .toList();
    }

    /** The listing of a number. */
    public Optional<Listing> listing(Marketplace marketplace, long id) {
        return Optional.ofNullable(byKey.get(marketplace.code() + "/" + id));
    }

    /** The offer in full, as it is now. */
    public Offer offer(Listing listing) {
        return details.offer(listing, time.instant());
    }

    /** The offer in full, as it is at another moment, with today's touches. */
    public Offer offer(Listing listing, Instant at) {
        return details.offer(listing, at);
    }

    /** The price of the first SKU now, in fen. */
    public long fen(Listing listing) {
        return details.fen(listing, time.instant());
    }

    /** Everything on sale that fits, sorted. */
    public List<Listing> find(Query query) {
        Instant now = time.instant();
        List<Listing> fitting =
                query.text().isBlank() ? listings : index(query.marketplace()).find(query.marketplace(), query.text());
        Stream<Listing> stream = fitting.stream()
                .filter(listing -> listing.marketplace() == query.marketplace())
                .filter(listing -> query.category() == 0 || listing.category().within(query.category()))
                .filter(listing -> query.shop() == 0 || listing.shop().id() == query.shop())
                .filter(listing -> details.listed(listing, now));
        if (query.fromFen() > 0 || query.toFen() < Long.MAX_VALUE) {
            stream = stream.filter(listing -> {
                long fen = details.fen(listing, now);
                return fen >= query.fromFen() && fen <= query.toFen();
            });
        }
        return sorted(stream, query, now).toList();
    }

    private TitleSearch index(Marketplace marketplace) {
        return switch (marketplace) {
            case ALI1688, TAOBAO -> search;
            case JD, PINDUODUO -> youngerSearch;
        };
    }

    private Stream<Listing> sorted(Stream<Listing> stream, Query query, Instant now) {
        Comparator<Listing> bySales = Comparator.comparingInt(Listing::sold);
        Comparator<Listing> byFen = Comparator.comparingLong(listing -> details.fen(listing, now));
        return switch (query.order()) {
            case FIT -> query.text().isBlank() ? stream.sorted(bySales.reversed()) : stream;
            case PRICE_UP -> stream.sorted(byFen);
            case PRICE_DOWN -> stream.sorted(byFen.reversed());
            case SALES_UP -> stream.sorted(bySales);
            case SALES_DOWN -> stream.sorted(bySales.reversed());
        };
    }

    /** Takes pieces off the shelf; false, and nothing taken, when there are not so many. */
    public synchronized boolean take(Listing listing, long sku, int pieces) {
        boolean enough = offer(listing).skus().stream().anyMatch(s -> s.id() == sku && s.stock() >= pieces);
        if (enough) {
            change(listing.key() + "/" + sku, touch -> touch.withTaken(pieces));
        }
        return enough;
    }

    /** Puts pieces back. */
    public synchronized void putBack(Listing listing, long sku, int pieces) {
        change(listing.key() + "/" + sku, touch -> touch.withTaken(-pieces));
    }

    /** Multiplies the price of an offer, or of one SKU when its number is not 0. Listeners hear of it. */
    public void movePrice(Listing listing, long sku, double factor) {
        if (!(factor > 0.01 && factor < 100)) {
            throw new IllegalArgumentException("factor: above 0.01 and below 100");
        }
        change(key(listing, sku), touch -> touch.withFactor(factor));
        tell(listing, Change.PRICE);
    }

    /** Sets the stock of every SKU, or of one when its number is not 0. Listeners hear of it. */
    public void setStock(Listing listing, long sku, int pieces) {
        List<Long> all = sku != 0
                ? List.of(sku)
                : offer(listing).skus().stream().map(Offer.Sku::id).toList();
        all.forEach(one -> change(key(listing, one), touch -> touch.withStock(Math.max(0, pieces))));
        tell(listing, Change.STOCK);
    }

    /** Lists or delists an offer. Listeners hear of it. */
    public void list(Listing listing, boolean listed) {
        change(listing.key(), touch -> touch.withListed(listed));
        tell(listing, listed ? Change.RELISTED : Change.DELISTED);
    }

    /** Called on every change by hand. */
    public void onChange(BiConsumer<Listing, Change> listener) {
        listeners.add(listener);
    }

    private void tell(Listing listing, Change what) {
        listeners.forEach(listener -> listener.accept(listing, what));
    }

    private static String key(Listing listing, long sku) {
        return sku == 0 ? listing.key() : listing.key() + "/" + sku;
    }

    private void change(String key, UnaryOperator<Touch> change) {
        touches.putIfAbsent(key, Touch.none(key));
        touches.update(key, change);
    }

    /** How many offers, shops and categories there are. */
    public Map<String, Object> figures() {
        return Map.of(
                "offers", listings.size(),
                "shops", listings.stream().map(Listing::shop).distinct().count(),
                "leafCategories", categories.leaves().size(),
                "touched", touches.size());
    }
}
