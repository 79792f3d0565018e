package io.sampan.browse.freshness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.browse.catalog.Product;
import io.sampan.browse.freshness.WatchTable.Published;
import io.sampan.browse.freshness.WatchTable.Row;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the planner thinks of an item, as this node remembers it for a short while: whether it is worth a look before it is shown. */
@Component
class Outlook {
    private static final Duration PLANS_FOR = Duration.ofSeconds(5);
    private static final String ALL = "all";

    private final WatchTable table;
    private final GoneTable gone;
    private final Clock clock;
    private final FreshnessSettings settings;
    private final Cache<ItemRef, Optional<Row>> rows;
    private final Cache<ItemRef, Boolean> retired;
    private final Cache<String, Map<MarketplaceId, Published>> plans =
            Caffeine.newBuilder().maximumSize(1).expireAfterWrite(PLANS_FOR).build();

    Outlook(WatchTable table, GoneTable gone, Clock clock, FreshnessSettings settings) {
        this.table = table;
        this.gone = gone;
        this.clock = clock;
        this.settings = settings;
        var brief = Caffeine.newBuilder()
                .maximumSize(settings.watch().remembered())
                .expireAfterWrite(settings.watch().rememberFor());
        this.rows = brief.build();
        this.retired = brief.build();
    }

    /** Whether what is known is too old to be shown without asking, whatever a look costs. */
    boolean isTooOld(Product product) {
        return product.age(clock.instant()).compareTo(settings.latest()) > 0;
    }

    /** Whether to ask the marketplace before this is shown. An item that is gone is asked for only when that was long ago, and it may come back. */
    boolean asksFirst(Product product) {
        if (product.isGone()) {
            return isTooOld(product) && !retired.get(product.item(), gone::isRetired);
        }
        var now = clock.instant();
        return isTooOld(product) || product.age(now).compareTo(settings.soonest()) > 0 && isWorthIt(product, now);
    }

    private boolean isWorthIt(Product product, Instant now) {
        var row = rows.get(product.item(), table::find);
        if (row.filter(known -> isTold(known, product)).isPresent()) {
            return true;
        }
        var plan = plans.get(ALL, all -> table.plans()).get(product.item().marketplace());
        if (plan == null) {
            return false;
        }
        var tuning = settings.watch().tuning();
        double changes = row.map(Row::changesPerDay).orElse(plan.changesPerDay());
        double views =
                row.map(known -> known.watched().viewsPerDay(now, tuning)).orElse(tuning.viewsPerDay());
        double expected = changes * ChangeRate.inDays(product.age(now));
        return new Prospect(views, changes).gainWhenShown(expected)
                >= plan.price().views();
    }

    /** To show what is known to have changed would not be honest. */
    private static boolean isTold(Row row, Product product) {
        return row.watched().told()
                && !product.checkedAt().isAfter(row.watched().checkedAt());
    }
}
