package io.sampan.browse.freshness;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.freshness.TidingsTable.Saw;
import io.sampan.browse.freshness.TidingsTable.Sight;
import io.sampan.browse.freshness.TidingsTable.Told;
import io.sampan.browse.freshness.TidingsTable.Views;
import io.sampan.browse.freshness.WatchTable.Held;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.marketplace.MarketplaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the planning node knows. It learns from what all nodes tell and writes that in one transaction, so that a node that is killed loses and
 * doubles nothing; another one reads what was written and goes on.
 */
@Component
class Learning {
    static final int MOST_VIEWS = 20_000;
    private static final int MOST_SIGHTS = 2_000;
    private static final int MOST_TOLD = 2_000;

    /** When more is told than can be taken at one time, views older than this are left aside. */
    private static final Duration BACKLOG = Duration.ofMinutes(1);

    private final Stores stores;
    private final Catalog catalog;
    private final Quotas quotas;
    private final Transactions transactions;
    private final Clock clock;
    private final FreshnessSettings settings;
    private final UUID node;
    private final Map<MarketplaceId, Plan> plans = new EnumMap<>(MarketplaceId.class);

    /** What is remembered may not be what is stored: before the first time, and after a transaction that was given up. */
    private boolean unsure = true;

    /** The tables that the planner reads and writes. */
    @Component
    record Stores(TidingsTable tidings, WatchTable watch, GoneTable gone) {}

    Learning(
            Stores stores,
            Catalog catalog,
            Quotas quotas,
            Transactions transactions,
            Clock clock,
            FreshnessSettings settings) {
        this.stores = stores;
        this.catalog = catalog;
        this.quotas = quotas;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
        this.node = TimeOrderedId.next(clock);
    }

    /** Learns what was told since the last time, when it is this node that plans; if not, it remembers nothing. */
    boolean catchUp() {
        boolean ours = transactions.run(() -> catchUp(clock.instant()));
        unsure = !ours;
        return ours;
    }

    private boolean catchUp(Instant now) {
        var held = stores.watch().hold(node, now, now.plus(settings.lease()));
        if (held == Held.NOT) {
            plans.clear();
            return false;
        }
        if (unsure || held == Held.ANEW) {
            recall();
        }
        unsure = true;
        var views = stores.tidings().takeViews(MOST_VIEWS);
        if (views.size() == MOST_VIEWS) {
            stores.tidings().forgetViewsBefore(now.minus(BACKLOG));
        }
        stores.tidings().takeSights(MOST_SIGHTS).forEach(this::learn);
        views.forEach(this::learn);
        stores.tidings().takeTold(MOST_TOLD, now).forEach(this::learn);
        plans.forEach((marketplace, plan) -> {
            stores.watch().write(plan.news());
            stores.watch().remove(plan.leavers());
            stores.watch().publish(marketplace, plan.published(now));
        });
        return true;
    }

    /** The plan of a marketplace; only for the node that plans. */
    Plan plan(MarketplaceId marketplace) {
        return plans.computeIfAbsent(
                marketplace, id -> new Plan(new Watchlist(settings.watch().tuning()), new LookPrice(looksADay(id))));
    }

    private void recall() {
        plans.clear();
        var before = stores.watch().plans();
        for (var marketplace : MarketplaceId.values()) {
            var watchlist = new Watchlist(settings.watch().tuning());
            stores.watch().list(marketplace, settings.watch().items()).forEach(watchlist::recall);
            var published = before.get(marketplace);
            if (published != null) {
                plans.put(marketplace, new Plan(watchlist, new LookPrice(looksADay(marketplace), published.price())));
            }
        }
    }

    private long looksADay(MarketplaceId marketplace) {
        return Math.max(1, quotas.plannedADay(marketplace));
    }

    private void learn(Sight sight) {
        var plan = plan(sight.item().marketplace());
        if (sight.saw() == Saw.GONE) {
            stores.gone().seen(sight.item(), sight.at());
        } else if (!plan.watches(sight.item())) {
            stores.gone().back(sight.item());
        }
        catalog.find(sight.item()).ifPresent(product -> plan.seen(product, sight));
    }

    private void learn(Views views) {
        catalog.find(views.item())
                .filter(product -> !product.isGone())
                .ifPresent(product -> plan(views.item().marketplace()).viewed(product, views));
    }

    private void learn(Told told) {
        catalog.find(told.item()).ifPresent(product -> {
            if (product.isGone()) {
                stores.gone().spokenOf(told.item(), told.heardAt());
            } else {
                plan(told.item().marketplace()).told(product, told);
            }
        });
    }
}
