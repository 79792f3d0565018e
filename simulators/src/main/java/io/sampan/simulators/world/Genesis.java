package io.sampan.simulators.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes all listings of a seed. */
final class Genesis {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 3, 1);
    private static final int DAYS = 900;
    private static final double ZIPF = 0.92;
    private static final double MOST_SOLD = 48_000;
    /** So many of JD's listings for each hundred of 1688 and Taobao, and as many of Pinduoduo's. */
    private static final int YOUNGER_PERCENT = 20;

    private final long seed;
    private final Titles titles;
    private final Shops shops;
    private final List<Category> leaves;
    private final Set<Long> ids = new HashSet<>();

    Genesis(long seed, Vocabulary vocabulary, List<Category> leaves) {
        this.seed = seed;
        this.titles = new Titles(vocabulary);
        this.shops = new Shops(seed, vocabulary, leaves);
        this.leaves = leaves;
    }

    /** Half on 1688, half on Taobao. */
    List<Listing> listings(int count) {
        List<Listing> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Marketplace marketplace = i % 2 == 0 ? Marketplace.ALI1688 : Marketplace.TAOBAO;
            list.add(listing(marketplace, Dice.of(seed, i, "listing"), new Place(i / 2, count / 2, count)));
        }
        return list;
    }

    /** What JD and Pinduoduo list in a world with so many listings of the others. */
    List<Listing> younger(int count) {
        int each = Math.max(1, count * YOUNGER_PERCENT / 100);
        List<Listing> list = new ArrayList<>(each * 2);
        for (Marketplace marketplace : List.of(Marketplace.JD, Marketplace.PINDUODUO)) {
            for (int i = 0; i < each; i++) {
                list.add(listing(
                        marketplace, Dice.of(seed, i, marketplace.code() + " listing"), new Place(i, each, each)));
            }
        }
        return list;
    }

    /** The nth of so many of its marketplace, and of so many that sales are shared out over. */
    private record Place(int nth, int count, int inAll) {}

    private Listing listing(Marketplace marketplace, Dice dice, Place place) {
        Category category = category(place.nth(), place.count(), dice);
        Shop shop = shops.pick(marketplace, category.family(), dice);
        Listing.Facts facts = titles.facts(category, dice);
        double spread = Math.exp(Math.clamp(0.42 * dice.bell(), -1.1, 1.1));
        double share = switch (marketplace) {
            case ALI1688 -> 0.5;
            case TAOBAO -> 1;
            case JD -> 1.1;
            case PINDUODUO -> 0.7;
        };
        return new Listing(
                marketplace,
                id(shop, dice),
                category,
                shop,
                facts,
                titles.title(marketplace, category, facts, shop.brand(), dice),
                priced(marketplace, category.goods().priceFen() * spread * share),
                (int) (MOST_SOLD / Math.pow(1 + dice.below(place.inAll()), ZIPF)) + dice.below(3),
                FIRST_DAY.plusDays(dice.below(DAYS)));
    }

    /** Every leaf gets its share of the first two thirds; the rest crowds into some leaves, as it does. */
    private Category category(int nth, int of, Dice dice) {
        if (nth < of * 2 / 3) {
            return leaves.get(nth % leaves.size());
        }
        double skewed = dice.unit() * dice.unit();
        return leaves.get((int) (skewed * leaves.size()));
    }

    private long id(Shop shop, Dice dice) {
        Span span = span(shop);
        long id = span.first() + dice.below(span.length());
        while (!ids.add(id)) {
            id = span.first() + dice.below(span.length());
        }
        return id;
    }

    private record Span(long first, long length) {}

    private static Span span(Shop shop) {
        return switch (shop.marketplace()) {
            case ALI1688 -> new Span(600_000_000_000L, 100_000_000_000L);
            case TAOBAO -> new Span(700_000_000_000L, 100_000_000_000L);
            case JD ->
                shop.selfRun() ? new Span(1_000_000_000L, 10_000_000L) : new Span(100_000_000_000L, 1_000_000_000L);
            case PINDUODUO -> new Span(300_000_000_000L, 100_000_000_000L);
        };
    }

    private static long priced(Marketplace marketplace, double fen) {
        if (marketplace != Marketplace.ALI1688 && fen >= 1000) {
            return Math.round(fen / 100) * 100 - 10;
        }
        return Math.max(50, Math.round(fen / 10) * 10);
    }
}
