package io.sampan.bench;

import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Function;

/**
 * The truth that policies are measured against, drawn from a seed: items of 40 categories whose offers change 0.01 to 1.5 times a day, and shoppers who
 * look by Zipf's law, three in ten of them at the day's 40 trending items. What happens does not depend on who looks. Re-checks at cart and pay are
 * outside the quota, and what they see is kept from all policies, so that only the quota's own looks are compared.
 */
final class FreshnessWorld {
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final int FIRST_ID = 600_000;
    private static final int ITEMS = 4_000;
    private static final int CATEGORIES = 40;
    private static final int DAYS = 14;
    private static final int VIEWS_A_DAY = 30_000;
    static final int LOOKS_A_DAY = ITEMS * 15 / 100;
    private static final int TRENDING = 40;
    private static final double TRENDING_SHARE = 0.3;
    private static final double CART_SHARE = 0.01;
    private static final double PAY_SHARE = 0.25;
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 1.5;
    private static final double CART_WORTH = 5;
    private static final double TURN = 1.0 / LOOKS_A_DAY;
    private static final double HOUR = 1.0 / 24;

    /** From the re-check at pay to the payment. */
    private static final double ANSWER = HOUR / 3600;

    private static final double MILLIS_OF_DAY = Duration.ofDays(1).toMillis();

    private final Random people;
    private final List<ItemRef> items = new ArrayList<>();
    private final List<Random> fates = new ArrayList<>();
    private final double[] rate = new double[ITEMS];
    private final int[] category = new int[ITEMS];
    private final double[] upTo = new double[ITEMS];
    private final double[] nextChange = new double[ITEMS];
    private final int[] version = new int[ITEMS];
    private final int[] known = new int[ITEMS];
    private final double[] checked = new double[ITEMS];
    private final int[] trending = new int[TRENDING];
    private int trendOfDay = -1;
    private int looks;

    /**
     * @param staleViewsPercent views of an item that had changed since the last look
     * @param looksADay spent, without the re-checks at cart and pay
     * @param staleAtPay payments for what changed after the re-check that comes before each
     */
    record Result(double staleViewsPercent, double looksADay, int pays, int staleAtPay) {}

    private record Pay(double at, int item) {}

    FreshnessWorld(long seed) {
        var random = new Random(seed);
        people = new Random(seed + 1);
        var base = random.doubles(CATEGORIES)
                .map(u -> SLOWEST * Math.pow(FASTEST / SLOWEST, u))
                .toArray();
        var ranks = new ArrayList<Integer>();
        for (int i = 0; i < ITEMS; i++) {
            ranks.add(i + 1);
        }
        Collections.shuffle(ranks, random);
        double sum = 0;
        for (int i = 0; i < ITEMS; i++) {
            items.add(new ItemRef(MarketplaceId.ALI1688, Integer.toString(FIRST_ID + i)));
            fates.add(new Random(random.nextLong()));
            category[i] = random.nextInt(CATEGORIES);
            rate[i] = Math.clamp(base[category[i]] * Math.exp(random.nextGaussian()), SLOWEST, FASTEST);
            sum += 1.0 / ranks.get(i);
            upTo[i] = sum;
            nextChange[i] = wait(fates.get(i), rate[i]);
        }
    }

    Result live(Function<List<ItemRef>, FreshnessPolicy> way) {
        var policy = way.apply(items);
        for (int i = 0; i < ITEMS; i++) {
            policy.viewed(items.get(i), kind(i), 0, BEGIN, BEGIN);
        }
        var due = new PriorityQueue<Pay>(Comparator.comparingDouble(Pay::at));
        int views = 0;
        int stale = 0;
        int pays = 0;
        int staleAtPay = 0;
        double nextTurn = 0;
        for (double now = wait(people, VIEWS_A_DAY); now < DAYS; now += wait(people, VIEWS_A_DAY)) {
            for (; nextTurn <= now; nextTurn += TURN) {
                spend(policy, nextTurn);
            }
            while (!due.isEmpty() && due.peek().at() <= now) {
                var pay = due.remove();
                int seen = versionAt(pay.item(), pay.at());
                pays++;
                staleAtPay += seen == versionAt(pay.item(), pay.at() + ANSWER) ? 0 : 1;
            }
            int item = viewed((int) now);
            policy.viewed(items.get(item), kind(item), 1, at(now), at(checked[item]));
            if (hasLooksLeft(now) && policy.looksFirst(items.get(item), at(now))) {
                look(policy, item, now);
                looks++;
            }
            views++;
            stale += isStale(item, now) ? 1 : 0;
            if (people.nextDouble() < CART_SHARE) {
                policy.viewed(items.get(item), kind(item), CART_WORTH, at(now), at(checked[item]));
                if (people.nextDouble() < PAY_SHARE) {
                    due.add(new Pay(now + wait(people, 1 / HOUR), item));
                }
            }
        }
        return new Result(100.0 * stale / views, (double) looks / DAYS, pays, staleAtPay);
    }

    private void spend(FreshnessPolicy policy, double now) {
        while (hasLooksLeft(now)) {
            var next = policy.next(at(now));
            if (next.isEmpty()) {
                return;
            }
            look(policy, Integer.parseInt(next.get().itemId()) - FIRST_ID, now);
            looks++;
        }
    }

    /** Looks come evenly over the day; what is not spent at once is not lost. */
    private boolean hasLooksLeft(double now) {
        return looks < now * LOOKS_A_DAY;
    }

    private void look(FreshnessPolicy policy, int item, double now) {
        boolean changed = isStale(item, now);
        known[item] = versionAt(item, now);
        checked[item] = now;
        policy.checked(items.get(item), at(now), changed);
    }

    private boolean isStale(int item, double now) {
        return known[item] != versionAt(item, now);
    }

    private int versionAt(int item, double now) {
        while (nextChange[item] <= now) {
            version[item]++;
            nextChange[item] += wait(fates.get(item), rate[item]);
        }
        return version[item];
    }

    private int viewed(int day) {
        if (day != trendOfDay) {
            trendOfDay = day;
            Arrays.setAll(trending, i -> people.nextInt(ITEMS));
        }
        if (people.nextDouble() < TRENDING_SHARE) {
            return trending[people.nextInt(TRENDING)];
        }
        int at = Arrays.binarySearch(upTo, people.nextDouble() * upTo[ITEMS - 1]);
        return Math.min(ITEMS - 1, at < 0 ? -at - 1 : at);
    }

    private String kind(int item) {
        return "category-" + category[item];
    }

    private static double wait(Random random, double perDay) {
        return -Math.log(1 - random.nextDouble()) / perDay;
    }

    private static Instant at(double days) {
        return BEGIN.plusMillis(Math.round(days * MILLIS_OF_DAY));
    }
}
