package io.sampan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kills the shop's process at moments that were drawn beforehand, and starts it again each time. The same seed draws the same moments. */
final class Kills implements AutoCloseable {
    private static final int LATEST_MILLIS = 1500;
    private static final int EARLY_DAYS = 6;
    private static final Duration LONGEST_END = Duration.ofMinutes(10);

    /** Where in an order's life. */
    enum Moment {
        CHECKOUT,
        PAYMENT,
        PURCHASE,
        RECEIVING,
        PACKING,
        HANDING_OVER,
        /** A day passes while a parcel is under way. */
        TRACKING
    }

    /**
     * @param time how often the moment was reached, from 1
     * @param after how long after it was reached
     */
    private record Planned(Moment moment, int time, Duration after) {}

    private final ShopProcess shop;
    private final List<Planned> plan;
    private final Map<Moment, Integer> reached = new EnumMap<>(Moment.class);
    private final AtomicInteger done = new AtomicInteger();
    private final ExecutorService hand = Executors.newSingleThreadExecutor();
    private volatile @Nullable CouldNotMeasure broken;

    private Kills(ShopProcess shop, List<Planned> plan) {
        this.shop = shop;
        this.plan = plan;
    }

    /**
     * At random moments.
     *
     * @param kills how many, spread evenly over all moments
     * @param orders how often most moments will be reached; a kill is drawn among the first four fifths, as some orders end early
     */
    static Kills drawn(ShopProcess shop, long seed, int kills, int orders) {
        var random = new Random(seed);
        var moments = Moment.values();
        var plan = new ArrayList<Planned>();
        for (int i = 0; i < kills; i++) {
            var moment = moments[i % moments.length];
            int most = moment == Moment.TRACKING ? EARLY_DAYS : Math.max(1, orders * 4 / 5);
            plan.add(new Planned(moment, 1 + random.nextInt(most), Duration.ofMillis(random.nextInt(LATEST_MILLIS))));
        }
        return new Kills(shop, plan);
    }

    /** Once at each moment, when it is reached for the first time. */
    static Kills onceAtEach(ShopProcess shop, long seed) {
        var random = new Random(seed);
        return new Kills(
                shop,
                Stream.of(Moment.values())
                        .map(moment -> new Planned(moment, 1, Duration.ofMillis(random.nextInt(LATEST_MILLIS))))
                        .toList());
    }

    /** Tells that this happens right now somewhere in the shop. */
    synchronized void reached(Moment moment) {
        int time = reached.merge(moment, 1, Integer::sum);
        plan.stream()
                .filter(planned -> planned.moment() == moment && planned.time() == time)
                .forEach(planned -> hand.execute(() -> kill(planned)));
    }

    int done() {
        return done.get();
    }

    /** @throws CouldNotMeasure when the shop did not come back after a kill */
    void check() throws CouldNotMeasure {
        var why = broken;
        if (why != null) {
            throw why;
        }
    }

    /** Waits until the last kill was made and the shop is back. */
    @Override
    public void close() {
        hand.shutdown();
        try {
            if (!hand.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                hand.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(Planned planned) {
        try {
            Thread.sleep(planned.after());
            shop.kill();
            long begin = System.nanoTime();
            shop.start();
            System.out.printf(
                    "  kill %2d: %d ms after %s %d; back after %.1f s%n",
                    done.incrementAndGet(),
                    planned.after().toMillis(),
                    planned.moment().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    planned.time(),
                    (System.nanoTime() - begin) / 1e9);
        } catch (CouldNotMeasure e) {
            broken = e;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
