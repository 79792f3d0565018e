package io.sampan.bench;

import io.sampan.browse.freshness.LookPrice;
import io.sampan.browse.freshness.Watchlist;
import io.sampan.outside.marketplace.ItemRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way of spending looks. It hears of views and of what looks saw, and never of what truly is. */
interface FreshnessPolicy {
    void viewed(ItemRef item, String category, double views, Instant at, Instant checkedAt);

    void checked(ItemRef item, Instant at, boolean changed);

    /** What to look at now, if anything is worth one of the looks that are left. */
    Optional<ItemRef> next(Instant now);

    /** Whether it is worth a look before it is shown. */
    default boolean looksFirst(ItemRef item, Instant now) {
        return false;
    }

    /** One after the other. */
    final class RoundRobin implements FreshnessPolicy {
        private final List<ItemRef> items;
        private int at;

        RoundRobin(List<ItemRef> items) {
            this.items = items;
        }

        @Override
        public void viewed(ItemRef item, String category, double views, Instant at, Instant checkedAt) {}

        @Override
        public void checked(ItemRef item, Instant at, boolean changed) {}

        @Override
        public Optional<ItemRef> next(Instant now) {
            at = (at + 1) % items.size();
            return Optional.of(items.get(at));
        }
    }

    /** What was viewed most and looked at longest ago. */
    final class ViewsTimesAge implements FreshnessPolicy {
        private final Duration halfLife;
        private final Map<ItemRef, Seen> seen = new HashMap<>();

        private record Seen(ItemRef item, double views, Instant at, Instant checkedAt) {
            double viewsAt(Instant now, Duration halfLife) {
                return views * Math.pow(0.5, (double) Duration.between(at, now).toMillis() / halfLife.toMillis());
            }
        }

        ViewsTimesAge(Duration halfLife) {
            this.halfLife = halfLife;
        }

        @Override
        public void viewed(ItemRef item, String category, double views, Instant at, Instant checkedAt) {
            seen.merge(
                    item,
                    new Seen(item, views, at, checkedAt),
                    (before, once) -> new Seen(item, before.viewsAt(at, halfLife) + views, at, before.checkedAt()));
        }

        @Override
        public void checked(ItemRef item, Instant at, boolean changed) {
            seen.computeIfPresent(item, (same, before) -> new Seen(item, before.views(), before.at(), at));
        }

        @Override
        public Optional<ItemRef> next(Instant now) {
            var best = seen.values().iterator().next();
            double most = -1;
            for (var one : seen.values()) {
                double weight = one.viewsAt(now, halfLife)
                        * Duration.between(one.checkedAt(), now).toSeconds();
                if (weight > most) {
                    most = weight;
                    best = one;
                }
            }
            return Optional.of(best.item());
        }
    }

    /** The shop's own. */
    final class Shop implements FreshnessPolicy {
        private final Watchlist list;
        private final LookPrice price;

        Shop(Watchlist list, LookPrice price) {
            this.list = list;
            this.price = price;
        }

        @Override
        public void viewed(ItemRef item, String category, double views, Instant at, Instant checkedAt) {
            list.viewed(item, category, views, at, checkedAt);
        }

        @Override
        public void checked(ItemRef item, Instant at, boolean changed) {
            list.checked(item, at, changed);
        }

        @Override
        public Optional<ItemRef> next(Instant now) {
            return list.next(1, now, _ -> true).stream()
                    .filter(item -> price.takesAhead(list.urgency(item, now), now))
                    .findFirst();
        }

        @Override
        public boolean looksFirst(ItemRef item, Instant now) {
            return price.takes(list.urgencyWhenShown(item, now), now);
        }
    }
}
