package io.sampan.browse.freshness;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Marketplaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many looks and searches each source still allows in this hour of the clock. They are counted in the database before they are made, so that all
 * nodes together never make more.
 */
@Component
public class Quotas {
    private static final Duration HOUR = Duration.ofHours(1);

    /** What was spent is kept so long. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final Marketplaces marketplaces;
    private final FreshnessTable table;
    private final WatchTable watched;
    private final Clock clock;
    private final FreshnessSettings settings;
    private final Map<Part, Instant> spentHours = new ConcurrentHashMap<>();

    private record Part(String source, Share share) {}

    Quotas(
            Marketplaces marketplaces,
            FreshnessTable table,
            WatchTable watched,
            Clock clock,
            FreshnessSettings settings) {
        this.marketplaces = marketplaces;
        this.table = table;
        this.watched = watched;
        this.clock = clock;
        this.settings = settings;
    }

    /** How the quota of every source stands, the sources of a marketplace in their order. */
    public List<Standing> standings() {
        var plans = watched.plans();
        return marketplaces.all().stream()
                .flatMap(marketplace -> marketplace.sources().stream().map(source -> {
                    var published = plans.get(marketplace.id());
                    return new Standing(
                            marketplace.id(), source, parts(source), published == null ? null : published.toShow());
                }))
                .toList();
    }

    /** Takes one call of what this purpose may use of the source's hour; false when nothing is left. */
    boolean spend(String source, Purpose purpose) {
        var hour = thisHour();
        return purpose.shares().stream().anyMatch(share -> spend(new Part(source, share), hour));
    }

    private boolean spend(Part part, Instant hour) {
        // What is spent stays spent for the hour: one answer of the database is enough.
        if (hour.equals(spentHours.get(part))) {
            return false;
        }
        boolean left =
                table.spend(part.source(), part.share(), hour, settings.quota().of(part.source(), part.share()));
        if (!left) {
            spentHours.put(part, hour);
        }
        return left;
    }

    /** Whether this node knows that no source of the marketplace has anything left for this purpose in this hour. */
    boolean areSpent(MarketplaceId marketplace, Purpose purpose) {
        var hour = thisHour();
        return sources(marketplace).stream()
                .allMatch(source -> purpose.shares().stream()
                        .allMatch(share -> hour.equals(spentHours.get(new Part(source, share)))));
    }

    /** How many looks ahead are due at a marketplace, so that they come evenly over the hour; those that others used up are not made again. */
    int due(MarketplaceId marketplace) {
        var now = clock.instant();
        double gone = (double) Duration.between(thisHour(), now).toMillis() / HOUR.toMillis();
        double due = 0;
        for (var source : sources(marketplace)) {
            int budget = settings.quota().of(source, Share.PLANNED);
            int spent = table.spent(source, thisHour()).getOrDefault(Share.PLANNED, 0);
            due += Math.max(0, Math.ceil(budget * gone) - spent);
        }
        return (int) due;
    }

    /** How many looks may be planned at a marketplace in a day. */
    long plannedADay(MarketplaceId marketplace) {
        long anHour = sources(marketplace).stream()
                .mapToLong(source -> settings.quota().of(source, Share.PLANNED))
                .sum();
        return anHour * Duration.ofDays(1).dividedBy(HOUR);
    }

    void forgetOldSpending() {
        table.forgetSpendingBefore(clock.instant().minus(KEPT));
    }

    private List<Standing.Part> parts(String source) {
        var spent = table.spent(source, thisHour());
        return Arrays.stream(Share.values())
                .map(share -> new Standing.Part(
                        share, spent.getOrDefault(share, 0), settings.quota().of(source, share)))
                .toList();
    }

    private List<String> sources(MarketplaceId marketplace) {
        return marketplaces.at(marketplace).sources(Capability.DETAIL);
    }

    private Instant thisHour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
