package io.sampan.browse.freshness;

import io.sampan.browse.freshness.TidingsTable.Views;
import io.sampan.outside.marketplace.ItemRef;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts on this node how much items are looked at, and tells the planner every few seconds. A node that is killed loses those seconds. */
@Component
class Footfall {
    private final TidingsTable tidings;
    private final Clock clock;
    private final FreshnessSettings settings;
    private final Map<ItemRef, Double> counted = new ConcurrentHashMap<>();

    Footfall(TidingsTable tidings, Clock clock, FreshnessSettings settings) {
        this.tidings = tidings;
        this.clock = clock;
        this.settings = settings;
    }

    /** When too many items are counted already, others are not until the next write. */
    void count(ItemRef item, double views) {
        if (counted.size() < settings.interest().items() || counted.containsKey(item)) {
            counted.merge(item, views, Double::sum);
        }
    }

    /** What cannot be written now is kept for the next time. */
    @PreDestroy
    @Scheduled(fixedDelayString = "${sampan.freshness.interest.write-every:3s}")
    public synchronized void write() {
        var now = clock.instant();
        var batch = new ArrayList<Views>();
        for (var item : counted.keySet()) {
            var views = counted.remove(item);
            if (views != null) {
                batch.add(new Views(item, views, now));
            }
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            tidings.add(batch);
        } catch (DataAccessException away) {
            batch.forEach(one -> counted.merge(one.item(), one.views(), Double::sum));
            throw away;
        }
    }
}
