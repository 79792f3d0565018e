package io.sampan.browse.freshness;

import io.sampan.outside.marketplace.ItemRef;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks of our own, within what of the sources' quotas is planned. */
@Component
class Checks {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final Refresh refresh;
    private final FreshnessSettings settings;

    Checks(Refresh refresh, FreshnessSettings settings) {
        this.refresh = refresh;
        this.settings = settings;
    }

    /**
     * Looks at these items, some at a time, and waits for all; one that breaks does not stop the others.
     *
     * @param heard is told each item that was looked at
     * @return how many were seen, or seen to be gone
     */
    int run(Collection<ItemRef> items, BiConsumer<ItemRef, Looked> heard) {
        var seen = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(
                settings.starter().parallel(), Thread.ofVirtual().factory())) {
            items.stream()
                    .filter(item -> !refresh.isResting(Refresh.Question.joined(item)))
                    .forEach(item -> CompletableFuture.runAsync(() -> check(item, heard, seen), threads)
                            .exceptionally(broken -> {
                                LOG.error("Checking {} broke", item, broken);
                                return null;
                            }));
        }
        return seen.get();
    }

    private void check(ItemRef item, BiConsumer<ItemRef, Looked> heard, AtomicInteger seen) {
        var looked = refresh.look(Refresh.Question.joined(item), Purpose.AHEAD);
        heard.accept(item, looked);
        if (looked instanceof Looked.Fresh || looked instanceof Looked.Gone) {
            seen.incrementAndGet();
        }
    }
}
