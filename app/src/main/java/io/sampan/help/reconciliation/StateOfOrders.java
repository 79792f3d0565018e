package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderState;
import io.sampan.money.amount.Money;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An order agrees with itself: its state with its lines, its lines' shares with its total, and it does not wait for ever. */
@Component
final class StateOfOrders implements OrderCheck {
    private final ReconciliationSettings settings;

    StateOfOrders(ReconciliationSettings settings) {
        this.settings = settings;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.ORDER_STATE_MISFILED,
                Kind.ORDER_LINES_BEHIND,
                Kind.LINE_SHARES_DIFFER,
                Kind.ORDER_NOT_LAPSED,
                Kind.ORDER_OF_NO_ACCOUNT,
                Kind.ORDER_UNPACKED_LONG,
                Kind.SHOPPER_SILENT_LONG);
    }

    @Override
    public void look(Dossier dossier, Findings run, List<Finding> found) {
        var order = dossier.order();
        var state = order.state();
        var since = dossier.kept().changedAt();
        if (!dossier.kept().state().equals(state.slug())) {
            found.add(
                    of(Kind.ORDER_STATE_MISFILED, order).differs(dossier.kept().state(), state.slug()));
        }
        if (!follows(order)) {
            var lines = order.lines().stream().map(line -> line.state().slug()).toList();
            found.add(of(Kind.ORDER_LINES_BEHIND, order)
                    .differs(state.slug(), lines)
                    .since(since));
        }
        if (!dossier.accountKnown()) {
            found.add(
                    of(Kind.ORDER_OF_NO_ACCOUNT, order).differs(order.shopper().value(), "-"));
        }
        shares(order, found);
        waiting(dossier, run, found);
    }

    /** As long as no rise was accepted, the shares are the total's. */
    private static void shares(Order order, List<Finding> found) {
        var shares = order.lines().stream()
                .map(OrderLine::share)
                .reduce(Money.zero(order.total().currency()), Money::plus);
        if (order.funds().rounds() == 0 && !shares.equals(order.total())) {
            found.add(of(Kind.LINE_SHARES_DIFFER, order).differs(shares, order.total()));
        }
    }

    private void waiting(Dossier dossier, Findings run, List<Finding> found) {
        var order = dossier.order();
        var since = dossier.kept().changedAt();
        var slow = settings.slow();
        if (order.state() instanceof OrderState.AwaitingPayment
                && order.lapsesAt().isBefore(run.quietSince())) {
            found.add(of(Kind.ORDER_NOT_LAPSED, order).differs(order.state().slug(), order.lapsesAt()));
        }
        if (order.state() instanceof OrderState.Received
                && since.isBefore(run.now().minus(slow.pack()))) {
            found.add(of(Kind.ORDER_UNPACKED_LONG, order)
                    .differs(order.state().slug(), slow.pack())
                    .since(since));
        }
        if (order.state() instanceof OrderState.NeedsShopper
                && since.isBefore(run.now().minus(slow.shopper()))) {
            found.add(of(Kind.SHOPPER_SILENT_LONG, order)
                    .differs(order.state().slug(), slow.shopper())
                    .since(since));
        }
    }

    private static Finding of(Kind kind, Order order) {
        return Finding.of(kind, order, order.id());
    }

    /** Whether the order's state is one that its lines lead to. */
    private static boolean follows(Order order) {
        var live = order.lines().stream()
                .map(OrderLine::state)
                .filter(LineState::isLive)
                .toList();
        boolean toBuy = live.stream().anyMatch(LineState::isToBuy);
        return switch (order.state()) {
            case OrderState.AwaitingPayment _, OrderState.Paid _ -> all(live, LineState.Ordered.class);
            case OrderState.Buying _ -> toBuy;
            case OrderState.NeedsShopper asks ->
                asks.moves().stream()
                        .allMatch(move -> order.line(move.line())
                                .filter(line -> line.state().isToBuy())
                                .isPresent());
            case OrderState.Bought _ ->
                !live.isEmpty() && !toBuy && !live.stream().anyMatch(StateOfOrders::isGathered);
            case OrderState.Received _ -> all(live, LineState.Accepted.class);
            case OrderState.Packed _, OrderState.HandedOver _ -> all(live, LineState.Packed.class);
            case OrderState.Delivered _ -> all(live, LineState.Delivered.class);
            case OrderState.Cancelled _ -> live.isEmpty();
        };
    }

    private static boolean all(List<LineState> live, Class<? extends LineState> state) {
        return !live.isEmpty() && live.stream().allMatch(state::isInstance);
    }

    private static boolean isGathered(LineState state) {
        return state instanceof LineState.Packed || state instanceof LineState.Delivered;
    }
}
