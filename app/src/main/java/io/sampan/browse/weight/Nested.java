package io.sampan.browse.weight;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Items of shops of categories: what is believed of an item follows from its own pieces, from its shop's other items, from its category's other
 * shops and from the category's first estimate, each as far as it says something (the normal hierarchical model, exactly; Gelman and Hill
 * 2007, chapter 12). How much of the differences lies where is estimated from what was weighed (method of moments) and told anew as more is
 * known. All figures are distances from the first estimate, in units of its spread.
 */
final class Nested {
    /** So many degrees of freedom weigh as much as the first guess of a variance. */
    private static final double BELIEVED = 20;

    private static final double ANEW_AFTER = 1.2;
    private static final int ANEW_LEAST = 25;

    private static final class Item {
        int pieces;
        double sum;
        double squares;

        double mean() {
            return sum / pieces;
        }

        double within() {
            return Math.max(0, squares - sum * sum / pieces);
        }

        Belief seen(Variances variances) {
            return pieces == 0 ? Belief.NOTHING : new Belief(mean(), variances.piece() / pieces);
        }
    }

    private static final class Shop {
        final Map<String, Item> items = new HashMap<>();
        Evidence evidence = new Evidence();

        Belief told(Variances variances) {
            return evidence.all().spread(variances.shop());
        }
    }

    private static final class Category {
        final Map<String, Shop> shops = new HashMap<>();
        Evidence evidence = new Evidence();
    }

    /** Where something stands. */
    record Place(String category, String shop, String item) {}

    private final Map<String, Category> categories = new HashMap<>();
    private Variances variances = Variances.AT_FIRST;
    private int count;
    private int anewAt = ANEW_LEAST;

    /** One piece was weighed. */
    void learn(Place place, double figure) {
        var category = categories.computeIfAbsent(place.category(), _ -> new Category());
        var shop = category.shops.computeIfAbsent(place.shop(), _ -> new Shop());
        if (!shop.items.isEmpty()) {
            category.evidence.remove(shop.told(variances));
        }
        var item = shop.items.computeIfAbsent(place.item(), _ -> new Item());
        if (item.pieces > 0) {
            shop.evidence.remove(item.seen(variances).spread(variances.item()));
        }
        item.pieces++;
        item.sum += figure;
        item.squares += figure * figure;
        shop.evidence.add(item.seen(variances).spread(variances.item()));
        category.evidence.add(shop.told(variances));
        count++;
        if (count >= anewAt) {
            anewAt = (int) Math.ceil(Math.max(count * ANEW_AFTER, count + ANEW_LEAST));
            variances = estimated();
            addUpAnew();
        }
    }

    /** What is believed of an item, not of one piece of it. */
    Belief of(Place place) {
        var first = new Belief(0, variances.category());
        var category = categories.get(place.category());
        if (category == null) {
            return first.spread(variances.shop() + variances.item());
        }
        var shop = category.shops.get(place.shop());
        if (shop == null) {
            return category.evidence.all().and(first).spread(variances.shop() + variances.item());
        }
        var otherShops =
                category.evidence.without(shop.told(variances)).and(first).spread(variances.shop());
        var item = shop.items.get(place.item());
        if (item == null) {
            return otherShops.and(shop.evidence.all()).spread(variances.item());
        }
        var seen = item.seen(variances);
        return otherShops
                .and(shop.evidence.without(seen.spread(variances.item())))
                .spread(variances.item())
                .and(seen);
    }

    /** How pieces of one item differ. */
    double ofPieces() {
        return variances.piece();
    }

    boolean knows(Place place) {
        return shop(place).filter(shop -> shop.items.containsKey(place.item())).isPresent();
    }

    boolean knowsShop(Place place) {
        return shop(place).isPresent();
    }

    private Optional<Shop> shop(Place place) {
        return Optional.ofNullable(categories.get(place.category())).map(category -> category.shops.get(place.shop()));
    }

    private void addUpAnew() {
        for (var category : categories.values()) {
            category.evidence = new Evidence();
            for (var shop : category.shops.values()) {
                shop.evidence = new Evidence();
                shop.items
                        .values()
                        .forEach(item -> shop.evidence.add(item.seen(variances).spread(variances.item())));
                category.evidence.add(shop.told(variances));
            }
        }
    }

    private Variances estimated() {
        var pieces = new Moments();
        var items = new Moments();
        var shops = new Moments();
        var all = new Moments();
        for (var category : categories.values()) {
            for (var shop : category.shops.values()) {
                shop.items.values().forEach(item -> pieces.add(item.pieces - 1, item.within(), 0));
                items.group(shop.items.values().stream()
                        .map(item -> new Member(item.mean(), 1.0 / item.pieces))
                        .toList());
            }
        }
        double piece = pieces.variance(Variances.AT_FIRST.piece(), 0);
        double item = items.variance(Variances.AT_FIRST.item(), piece);
        for (var category : categories.values()) {
            shops.group(category.shops.values().stream()
                    .map(shop -> member(shop.items.values(), piece, item))
                    .toList());
        }
        double shop = shops.variance(Variances.AT_FIRST.shop(), 1);
        for (var category : categories.values()) {
            var mean = member(category.shops.values(), shop, piece, item);
            all.add(1, mean.mean() * mean.mean(), mean.noise());
        }
        return new Variances(piece, item, shop, all.variance(Variances.AT_FIRST.category(), 1));
    }

    /** @param noise the variance that its mean has by chance, in units of what {@link Moments#variance} is told */
    private record Member(double mean, double noise) {}

    private static Member member(Collection<Item> items, double piece, double item) {
        double mean = items.stream().mapToDouble(Item::mean).average().orElse(0);
        double noise =
                items.stream().mapToDouble(one -> item + piece / one.pieces).sum() / items.size() / items.size();
        return new Member(mean, noise);
    }

    private static Member member(Collection<Shop> shops, double shop, double piece, double item) {
        double mean = 0;
        double noise = 0;
        for (var one : shops) {
            var member = member(one.items.values(), piece, item);
            mean += member.mean() / shops.size();
            noise += (shop + member.noise()) / shops.size() / shops.size();
        }
        return new Member(mean, noise);
    }

    /** Squares around means, with what of them is chance of the level below. */
    private static final class Moments {
        private double freedom;
        private double squares;
        private double noise;

        void add(double freedom, double squares, double noise) {
            this.freedom += freedom;
            this.squares += squares;
            this.noise += noise;
        }

        void group(Collection<Member> members) {
            if (members.size() < 2) {
                return;
            }
            double mean = members.stream().mapToDouble(Member::mean).average().orElse(0);
            double around = members.stream()
                    .mapToDouble(one -> (one.mean() - mean) * (one.mean() - mean))
                    .sum();
            double by = members.stream().mapToDouble(Member::noise).average().orElse(0);
            add(members.size() - 1, around, by * (members.size() - 1));
        }

        /** @param atFirst what was believed before; @param below the variance that one unit of noise is */
        double variance(double atFirst, double below) {
            return (BELIEVED * atFirst + Math.max(0, squares - noise * below)) / (BELIEVED + freedom);
        }
    }
}
