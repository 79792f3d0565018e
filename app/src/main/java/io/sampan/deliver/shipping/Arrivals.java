package io.sampan.deliver.shipping;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.sampan.deliver.shipping.TransitTime.Way;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.carrier.Lines;
import io.sampan.outside.carrier.Tracked.Event;
import io.sampan.outside.carrier.Tracked.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When parcels arrive, by what parcels of the same line took. */
@Component
class Arrivals {
    private static final int MOST_LINES = 200;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    /** How many past parcels are read to learn from, the older ones only to know how wide a window must be. */
    private static final int READ = 4 * TransitModel.WINDOW;

    /** With fewer parcels the line's promise says more than they do. */
    private static final int ENOUGH = 30;

    private final TransitTable table;
    private final Lines lines;
    private final Clock clock;
    private final LoadingCache<LineId, TransitModel> models;

    Arrivals(TransitTable table, Lines lines, Clock clock) {
        this.table = table;
        this.lines = lines;
        this.clock = clock;
        this.models = Caffeine.newBuilder()
                .maximumSize(MOST_LINES)
                .expireAfterWrite(REMEMBERED)
                .build(this::learnt);
    }

    /** Empty before the parcel was handed over, after it was delivered, and when it takes longer than any that we know of. */
    Optional<ExpectedArrival> expected(Parcel parcel, String country, Delivery delivery) {
        var handedOver = handedOver(delivery);
        if (!parcel.isOnItsWay() || handedOver.isEmpty()) {
            return Optional.empty();
        }
        var from = handedOver.get();
        return way(parcel.line(), country, from).flatMap(way -> expected(way, from));
    }

    private Optional<ExpectedArrival> expected(Way way, Instant from) {
        var model = models.get(way.line());
        var gone = Duration.between(from, clock.instant());
        if (model.size() < ENOUGH) {
            var last = Duration.ofDays(way.mostDays());
            return gone.compareTo(last) > 0
                    ? Optional.empty()
                    : Optional.of(
                            new ExpectedArrival(from.plus(Duration.ofDays(way.leastDays())), from.plus(last), false));
        }
        return model.window(way, gone)
                .map(window -> new ExpectedArrival(after(from, window.from()), after(from, window.to()), true));
    }

    /** A parcel arrived. Twice is once. */
    void learn(Parcel parcel, String country, Delivery delivery, Instant delivered) {
        handedOver(delivery)
                .filter(delivered::isAfter)
                .ifPresent(from -> way(parcel.line(), country, from)
                        .ifPresent(way -> table.keep(new TransitTime(parcel.id(), way, from, delivered))));
    }

    private TransitModel learnt(LineId line) {
        var model = new TransitModel();
        table.latest(line, READ).forEach(model::learn);
        return model;
    }

    private Optional<Way> way(LineId line, String country, Instant at) {
        return lines.find(line, country, at)
                .map(found -> new Way(line, country, Math.max(1, found.minDays()), Math.max(1, found.maxDays())));
    }

    /** When the carrier had it, as it told. */
    private static Optional<Instant> handedOver(Delivery delivery) {
        return delivery.events().stream()
                .filter(event -> event.stage() != Stage.ANNOUNCED && event.stage() != Stage.UNKNOWN)
                .map(Event::at)
                .min(Comparator.naturalOrder());
    }

    private static Instant after(Instant from, double hours) {
        return from.plusSeconds(Math.round(hours * 3_600));
    }
}
