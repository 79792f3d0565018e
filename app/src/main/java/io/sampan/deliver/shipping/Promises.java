package io.sampan.deliver.shipping;

import io.sampan.browse.landedcost.LandedQuote.Kind;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.ground.rulebook.Rule;
import io.sampan.ground.rulebook.Rulebook;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is promised to who waits longer than was said, as dated rules; an order keeps the promise of the day on which it was placed. */
@Component
public class Promises {
    private static final String EVERY_LINE = "*";

    private final Rulebook rules;
    private final Orders orders;

    Promises(ShippingSettings settings, Orders orders) throws IOException {
        this.orders = orders;
        try (var file = settings.promises().getInputStream()) {
            this.rules = Rulebook.read("promises.csv", file);
        }
        // A malformed row stops the start, not the first parcel that is late.
        rules.all().forEach(Promises::step);
    }

    /**
     * @param daysLate from so many days after the last day that was named
     * @param percent of the freight to the door is given back
     */
    public record Step(int daysLate, int percent) {
        public Step {
            if (daysLate < 1 || percent < 1 || percent > 100) {
                throw new IllegalArgumentException("No promise: " + percent + " % after " + daysLate + " days");
            }
        }
    }

    /** What is promised for a parcel by this line that is ordered at this moment, the mildest first. */
    public List<Step> of(LineId line, Instant at) {
        return rules.at(at).stream()
                .filter(rule -> isOf(rule, line))
                .map(Promises::step)
                .sorted(Comparator.comparingInt(Step::daysLate))
                .toList();
    }

    /** @param amount in what the shopper paid in; above zero */
    record Owed(long daysLate, Money amount) {}

    /** What is owed for a parcel that came then; empty where it came in time, or where nothing was promised. */
    Optional<Owed> owed(Order order, Instant delivered) {
        var late = lateness(order, delivered);
        return of(order.quote().line(), order.placedAt()).stream()
                .filter(step -> step.daysLate() <= late)
                .reduce((_, heavier) -> heavier)
                .map(step -> new Owed(late, share(order, step)))
                .filter(owed -> owed.amount().isPositive());
    }

    private static Money share(Order order, Step step) {
        var freight = order.quote().part(Kind.INTERNATIONAL_FREIGHT);
        return freight.times(BigDecimal.valueOf(step.percent()).movePointLeft(2))
                .min(order.funds().left());
    }

    /** Whole days after the last day that was named. While we waited for the shopper's word, no day was ours. */
    private long lateness(Order order, Instant delivered) {
        var events = orders.timeline(order.id());
        var paid = events.stream()
                .filter(event -> event.kind() == TimelineEvent.Kind.PAID)
                .map(TimelineEvent::at)
                .findFirst()
                .orElse(order.placedAt());
        var promised = paid.plus(Duration.ofDays(order.quote().days().max())).plus(waitedForShopper(events));
        return Math.max(0, Duration.between(promised, delivered).toDays());
    }

    private static Duration waitedForShopper(List<TimelineEvent> events) {
        var waited = Duration.ZERO;
        @Nullable Instant asked = null;
        for (var event : events) {
            switch (event.kind()) {
                case PRICE_MOVED -> asked = asked == null ? event.at() : asked;
                case PRICE_ACCEPTED, LINE_CANCELLED -> {
                    waited = asked == null ? waited : waited.plus(Duration.between(asked, event.at()));
                    asked = null;
                }
                default -> {
                    // What the shopper does not decide.
                }
            }
        }
        return waited;
    }

    private static boolean isOf(Rule rule, LineId line) {
        var lines = rule.words("line");
        return lines.contains(EVERY_LINE) || lines.contains(line.value());
    }

    private static Step step(Rule rule) {
        return new Step(rule.whole("days_late"), rule.whole("percent"));
    }
}
