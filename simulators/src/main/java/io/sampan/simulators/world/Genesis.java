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

    List<Listing> listings(int count) {
        List<Listing> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(listing(i, count));
        }
        return list;
    }

    private Listing listing(int index, int count) {
        Dice dice = Dice.of(seed, index, "listing");
        Marketplace marketplace = index % 2 == 0 ? Marketplace.ALI1688 : Marketplace.TAOBAO;
        Category category = category(index / 2, count / 2, dice);
        Shop shop = shops.pick(marketplace, category.family(), dice);
        Listing.Facts facts = titles.facts(category, dice);
        double spread = Math.exp(Math.clamp(0.42 * dice.bell(), -1.1, 1.1));
        double share = marketplace == Marketplace.ALI1688 ? 0.5 : 1;
        return new Listing(
                marketplace,
                id(marketplace, dice),
                category,
                shop,
                facts,
                titles.title(category, facts, shop.brand(), dice),
                priced(marketplace, category.goods().priceFen() * spread * share),
                (int) (MOST_SOLD / Math.pow(1 + dice.below(count), ZIPF)) + dice.below(3),
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

    private long id(Marketplace marketplace, Dice dice) {
        long first = marketplace == Marketplace.ALI1688 ? 600_000_000_000L : 700_000_000_000L;
        long id = first + dice.below(100_000_000_000L);
        while (!ids.add(id)) {
            id = first + dice.below(100_000_000_000L);
        }
        return id;
    }

    private static long priced(Marketplace marketplace, double fen) {
        if (marketplace == Marketplace.TAOBAO && fen >= 1000) {
            return Math.round(fen / 100) * 100 - 10;
        }
        return Math.max(50, Math.round(fen / 10) * 10);
    }
}
