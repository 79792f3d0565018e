package io.sampan.browse.freshness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.outside.marketplace.ItemRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What shoppers looked at lately on this node, and when each item was last checked. It is lost with the node: what is looked at comes back. */
@Component
class Attention {
    /** After as many half-lives nobody looks any more. */
    private static final int HALF_LIVES = 8;

    private final Clock clock;
    private final FreshnessSettings settings;
    private final Cache<ItemRef, Watched> watched;

    /** @param views each counting less with its age, as of {@code at} */
    private record Watched(double views, Instant at, Instant checkedAt) {
        double viewsAt(Instant now, Duration halfLife) {
            return views * Math.pow(0.5, (double) Duration.between(at, now).toMillis() / halfLife.toMillis());
        }
    }

    Attention(Clock clock, FreshnessSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.watched = Caffeine.newBuilder()
                .maximumSize(settings.watchedItems())
                .expireAfterAccess(settings.halfLife().multipliedBy(HALF_LIVES))
                .build();
    }

    void viewed(ItemRef item, Instant checkedAt) {
        var now = clock.instant();
        watched.asMap()
                .merge(
                        item,
                        new Watched(1, now, checkedAt),
                        (before, once) -> new Watched(before.viewsAt(now, settings.halfLife()) + 1, now, checkedAt));
    }

    void checked(ItemRef item, Instant checkedAt) {
        watched.asMap().computeIfPresent(item, (same, before) -> new Watched(before.views(), before.at(), checkedAt));
    }

    void forget(ItemRef item) {
        watched.invalidate(item);
    }

    /** Items whose last check is old enough to check again, those with most views times age first. */
    List<ItemRef> due() {
        var now = clock.instant();
        var latest = now.minus(settings.warmAfter());
        return watched.asMap().entrySet().stream()
                .filter(entry -> entry.getValue().checkedAt().isBefore(latest))
                .sorted(Comparator.comparingDouble(entry -> -weight(entry.getValue(), now)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private double weight(Watched item, Instant now) {
        return item.viewsAt(now, settings.halfLife())
                * Duration.between(item.checkedAt(), now).toSeconds();
    }
}
