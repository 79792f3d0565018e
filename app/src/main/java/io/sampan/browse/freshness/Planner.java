package io.sampan.browse.freshness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.browse.freshness.Watchlist.Watched;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Marketplace;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Marketplaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Spends looks ahead of demand where they are worth most. One node at a time does; when it is killed, another one goes on where it ended. */
@Component
class Planner {
    private static final int MOST_FAILED = 10_000;

    /** What could not be seen is left alone by the planner for so long. */
    private static final Duration FAILED_FOR = Duration.ofMinutes(10);

    /** Of the looks of one run, at most so many go to items that are gone. */
    private static final int MOST_GONE = 5;

    private final Learning learning;
    private final GoneTable gone;
    private final Checks checks;
    private final Quotas quotas;
    private final Marketplaces marketplaces;
    private final Clock clock;
    private final FreshnessSettings settings;
    private final Cache<ItemRef, Instant> failed =
            Caffeine.newBuilder().maximumSize(MOST_FAILED).build();

    Planner(
            Learning learning,
            GoneTable gone,
            Checks checks,
            Quotas quotas,
            Marketplaces marketplaces,
            Clock clock,
            FreshnessSettings settings) {
        this.learning = learning;
        this.gone = gone;
        this.checks = checks;
        this.quotas = quotas;
        this.marketplaces = marketplaces;
        this.clock = clock;
        this.settings = settings;
    }

    /** Learns what nodes told, and looks at what is worth it; another node's turn is let pass. */
    @Scheduled(fixedDelayString = "${sampan.freshness.tend-every:2s}")
    public synchronized void tend() {
        if (!learning.catchUp()) {
            return;
        }
        quotas.forgetOldSpending();
        var items = marketplaces.all().stream()
                .filter(marketplace -> marketplace.capabilities().contains(Capability.DETAIL))
                .map(Marketplace::id)
                .flatMap(marketplace -> worthALook(marketplace).stream())
                .toList();
        checks.run(items, this::remember);
    }

    private List<ItemRef> worthALook(MarketplaceId marketplace) {
        var now = clock.instant();
        int most = Math.min(settings.checksAtOnce(), quotas.due(marketplace));
        var items = new ArrayList<ItemRef>();
        gone.due(marketplace, now, Math.min(MOST_GONE, most)).stream()
                .filter(item -> !hasFailed(item, now))
                .forEach(items::add);
        items.addAll(learning.plan(marketplace).choose(most - items.size(), now, watched -> isReady(watched, now)));
        return items;
    }

    private boolean isReady(Watched watched, Instant now) {
        boolean young = watched.checkedAt().plus(settings.soonest()).isAfter(now);
        return (watched.told() || !young) && !hasFailed(watched.item(), now);
    }

    private boolean hasFailed(ItemRef item, Instant now) {
        var at = failed.getIfPresent(item);
        return at != null && now.isBefore(at.plus(FAILED_FOR));
    }

    private void remember(ItemRef item, Looked looked) {
        switch (looked) {
            case Looked.Fresh _, Looked.Gone _ -> failed.invalidate(item);
            case Looked.Stale _, Looked.Unknown _ -> failed.put(item, clock.instant());
        }
    }
}
