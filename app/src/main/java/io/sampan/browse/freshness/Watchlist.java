package io.sampan.browse.freshness;

import io.sampan.outside.marketplace.ItemRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Which items are worth a look now, when looks are few. An item's urgency is what a look gains by all views until its next change:
 * {@code (v/λ)·(1 − e^(−λτ)(1+λτ))}, with v views per day, λ changes per day and τ its age; it rises with age, but for what changes all the time
 * a look is soon worth nothing again, and such an item waits behind a calmer one that is looked at as often (source: the index policy for
 * freshness crawling, measured against others by {@code ./sampan bench freshness}). Rates are learnt per item and drawn towards those of its
 * category, and these towards all.
 *
 * <p>It reads no clock and no table: the same code plans the shop's looks and is measured. Not safe for many threads.
 */
public final class Watchlist {
    /** An item that must have changed, as the marketplace said so, is worth what an infinitely old one would be. */
    private static final double FOR_SURE = Double.POSITIVE_INFINITY;

    private final Tuning tuning;
    private final Map<ItemRef, Watched> items = new HashMap<>();
    private final Map<String, ChangeRate> categories = new HashMap<>();
    private ChangeRate all = ChangeRate.UNKNOWN;

    /**
     * @param trend after this time a view counts half for what is looked at just now
     * @param season after this time a view counts half for what is looked at as a rule
     * @param memory after this time what was learnt of change counts for 1/e
     * @param changesPerDay what is believed of goods of which nothing is known yet; above 0
     * @param strength how many changes an item's category counts for beside the item's own
     * @param viewsPerDay that every item on the list is given, so that what nobody looked at lately is not forgotten for ever
     * @param items most items on the list; the least viewed leave it
     */
    public record Tuning(
            Duration trend,
            Duration season,
            Duration memory,
            double changesPerDay,
            double strength,
            double viewsPerDay,
            int items) {
        /** Measured to do well where nothing is known of a shop yet. */
        public static final Tuning USUAL =
                new Tuning(Duration.ofHours(3), Duration.ofDays(7), Duration.ofDays(60), 0.3, 1, 0.02, 50_000);
    }

    /**
     * One item on the list.
     *
     * @param category the key under which its kind learns
     * @param interest how much it was looked at, as of {@code viewedAt}
     * @param rate what looks told of its changes
     * @param told whether the marketplace said since the last look that it changed
     */
    public record Watched(
            ItemRef item,
            String category,
            Interest interest,
            Instant viewedAt,
            Instant checkedAt,
            double changes,
            double days,
            boolean told) {
        private ChangeRate rate() {
            return new ChangeRate(changes, days);
        }

        /** Views per day to expect. */
        double viewsPerDay(Instant now, Tuning tuning) {
            return tuning.viewsPerDay() + interestAt(now, tuning).perDay(tuning.trend(), tuning.season());
        }

        private Interest interestAt(Instant now, Tuning tuning) {
            return interest.after(Duration.between(viewedAt, now), tuning.trend(), tuning.season());
        }
    }

    public Watchlist(Tuning tuning) {
        this.tuning = tuning;
    }

    /** Takes up what was known of an item before, for a list that goes on. */
    public void recall(Watched known) {
        items.put(known.item(), known);
        learn(known.category(), known.rate(), 1);
    }

    /**
     * Somebody was shown it, put it into a cart, or may soon be shown it.
     *
     * @param checkedAt when it was last looked at, for an item that is not on the list yet
     * @param views how many views this is worth
     * @return the items that left the list to make room; mostly none
     */
    public List<ItemRef> viewed(ItemRef item, String category, double views, Instant at, Instant checkedAt) {
        var known = items.get(item);
        items.put(
                item,
                known == null
                        ? new Watched(item, category, Interest.NONE.plus(views), at, checkedAt, 0, 0, false)
                        : new Watched(
                                item,
                                known.category(),
                                known.interestAt(at, tuning).plus(views),
                                at,
                                known.checkedAt(),
                                known.changes(),
                                known.days(),
                                known.told()));
        return items.size() > tuning.items() ? shorten(at) : List.of();
    }

    /** A look at it, by whomever; one that is older than the last is left aside. */
    public void checked(ItemRef item, Instant at, boolean changed) {
        var known = items.get(item);
        if (known == null || !at.isAfter(known.checkedAt())) {
            return;
        }
        var since = Duration.between(known.checkedAt(), at);
        var before = known.rate();
        var now = before.after(since, changed, perDay(known), tuning.memory());
        learn(known.category(), new ChangeRate(now.changes() - before.changes(), now.days() - before.days()), 1);
        items.put(
                item,
                new Watched(
                        item,
                        known.category(),
                        known.interest(),
                        known.viewedAt(),
                        at,
                        now.changes(),
                        now.days(),
                        false));
    }

    /** The marketplace says that it changed. */
    public void toldOfChange(ItemRef item) {
        items.computeIfPresent(
                item,
                (same, known) -> new Watched(
                        item,
                        known.category(),
                        known.interest(),
                        known.viewedAt(),
                        known.checkedAt(),
                        known.changes(),
                        known.days(),
                        true));
    }

    public void forget(ItemRef item) {
        var known = items.remove(item);
        if (known != null) {
            learn(known.category(), known.rate(), -1);
        }
    }

    public Optional<Watched> find(ItemRef item) {
        return Optional.ofNullable(items.get(item));
    }

    public int size() {
        return items.size();
    }

    /**
     * The items most worth a look, the most urgent first.
     *
     * @param wanted which may be looked at; asked only of items that would be among the first
     */
    public List<ItemRef> next(int count, Instant now, Predicate<Watched> wanted) {
        var best = new PriorityQueue<Candidate>(Comparator.comparingDouble(Candidate::urgency));
        for (var item : items.values()) {
            double urgency = urgency(item, now);
            boolean among = best.size() < count
                    || !best.isEmpty() && urgency > best.peek().urgency();
            if (among && wanted.test(item)) {
                best.add(new Candidate(item.item(), urgency));
                if (best.size() > count) {
                    best.poll();
                }
            }
        }
        return best.stream()
                .sorted(Comparator.comparingDouble(Candidate::urgency).reversed())
                .map(Candidate::item)
                .toList();
    }

    /** What a look at it now would gain, in views; 0 for an item that is not on the list. */
    public double urgency(ItemRef item, Instant now) {
        var known = items.get(item);
        return known == null ? 0 : urgency(known, now);
    }

    /**
     * What a look gains just before the item is shown: this view, as likely as it is that something changed, and the views after it.
     */
    public double urgencyWhenShown(ItemRef item, Instant now) {
        var known = items.get(item);
        if (known == null) {
            return 0;
        }
        return prospect(known, now).gainWhenShown(expectedChanges(known, now));
    }

    /** Changes per day to expect of it. */
    public double changesPerDay(ItemRef item) {
        var known = items.get(item);
        return known == null ? changesPerDay() : perDay(known);
    }

    /** Changes per day to expect of an item of which nothing is known. */
    public double changesPerDay() {
        return all.perDay(tuning.changesPerDay(), tuning.strength());
    }

    /** Which part of the views to expect would see something that has changed since it was last looked at, 0 to 1. */
    public double staleShare(Instant now) {
        double views = 0;
        double stale = 0;
        for (var item : items.values()) {
            double perDay = prospect(item, now).viewsPerDay();
            views += perDay;
            stale += perDay * Prospect.staleness(expectedChanges(item, now));
        }
        return views == 0 ? 0 : stale / views;
    }

    private record Candidate(ItemRef item, double urgency) {}

    private double urgency(Watched item, Instant now) {
        return prospect(item, now).gain(expectedChanges(item, now));
    }

    private Prospect prospect(Watched item, Instant now) {
        return new Prospect(item.viewsPerDay(now, tuning), perDay(item));
    }

    private double expectedChanges(Watched item, Instant now) {
        return item.told()
                ? FOR_SURE
                : perDay(item) * Math.max(0, ChangeRate.inDays(Duration.between(item.checkedAt(), now)));
    }

    private double perDay(Watched item) {
        return item.rate().perDay(ofCategory(item.category()), tuning.strength());
    }

    private double ofCategory(String category) {
        return categories.getOrDefault(category, ChangeRate.UNKNOWN).perDay(changesPerDay(), tuning.strength());
    }

    private void learn(String category, ChangeRate more, int sign) {
        categories.merge(category, scaled(more, sign), Watchlist::plus);
        all = plus(all, scaled(more, sign));
    }

    private static ChangeRate scaled(ChangeRate rate, int sign) {
        return new ChangeRate(sign * rate.changes(), sign * rate.days());
    }

    private static ChangeRate plus(ChangeRate one, ChangeRate other) {
        return new ChangeRate(Math.max(0, one.changes() + other.changes()), Math.max(0, one.days() + other.days()));
    }

    /** A tenth leaves at a time, so that this is rare. */
    private List<ItemRef> shorten(Instant now) {
        var leaving = items.values().stream()
                .sorted(Comparator.comparingDouble(
                        item -> item.interestAt(now, tuning).usually()))
                .limit(Math.max(1, tuning.items() / 10))
                .map(Watched::item)
                .toList();
        leaving.forEach(this::forget);
        return leaving;
    }
}
