package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.buy.ordering.TimelineEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the six steps from paid to delivered that every order takes.
 *
 * @param slug end of its text key
 * @param at when it was reached, or null
 */
public record Milestone(
        String slug, Progress progress, @Nullable Instant at) {
    public enum Progress {
        DONE,
        NOW,
        LATER,
        BAD
    }

    private record Step(String slug, Kind reachedBy) {}

    private static final List<Step> STEPS = List.of(
            new Step("paid", Kind.PAID),
            new Step("bought", Kind.BOUGHT),
            new Step("checked", Kind.ACCEPTED),
            new Step("packed", Kind.PACKED),
            new Step("handed-over", Kind.HANDED_OVER),
            new Step("delivered", Kind.DELIVERED));

    static List<Milestone> of(Order order, List<TimelineEvent> timeline) {
        int reached = reached(order.state(), timeline);
        boolean cancelled = order.state() instanceof OrderState.Cancelled;
        var milestones = new ArrayList<Milestone>();
        for (int i = 0; i < STEPS.size(); i++) {
            var step = STEPS.get(i);
            if (i < reached) {
                milestones.add(new Milestone(
                        step.slug(), Progress.DONE, when(timeline, step).orElse(null)));
            } else if (!cancelled) {
                boolean now = i == reached && !(order.state() instanceof OrderState.AwaitingPayment);
                milestones.add(new Milestone(step.slug(), now ? Progress.NOW : Progress.LATER, null));
            }
        }
        if (cancelled) {
            milestones.add(new Milestone(
                    "cancelled", Progress.BAD, last(timeline, Kind.CANCELLED).orElse(null)));
        }
        return milestones;
    }

    /** How many steps lie behind an order. */
    private static int reached(OrderState state, List<TimelineEvent> timeline) {
        return switch (state) {
            case OrderState.AwaitingPayment _ -> 0;
            case OrderState.Paid _, OrderState.Buying _, OrderState.NeedsShopper _ -> 1;
            case OrderState.Bought _ -> 2;
            case OrderState.Received _ -> 3;
            case OrderState.Packed _ -> 4;
            case OrderState.HandedOver _ -> 5;
            case OrderState.Delivered _ -> STEPS.size();
            case OrderState.Cancelled _ -> last(timeline, Kind.PAID).isPresent() ? 1 : 0;
        };
    }

    /** A later payment does not make an order paid anew; every other step is reached with its last line. */
    private static Optional<Instant> when(List<TimelineEvent> timeline, Step step) {
        return step.reachedBy() == Kind.PAID ? last(timeline.reversed(), Kind.PAID) : last(timeline, step.reachedBy());
    }

    private static Optional<Instant> last(List<TimelineEvent> timeline, Kind kind) {
        return timeline.stream()
                .filter(event -> event.kind() == kind)
                .map(TimelineEvent::at)
                .reduce((a, b) -> b);
    }
}
