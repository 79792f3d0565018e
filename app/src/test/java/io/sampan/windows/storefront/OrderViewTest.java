package io.sampan.windows.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderRoom;
import io.sampan.buy.ordering.OrderRoom.Wanted;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.PayPage;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an order's page makes of the order and its payments. */
class OrderViewTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();

    final OrderRoom room = new OrderRoom(DATABASE);

    @Test
    void aTopUpNeitherMovesTheDayOfThePaymentNorIsForgottenInTheMoney() {
        var order = room.paid(List.of(wanted()));
        var paidAt = at(view(order), "paid");
        var line = order.lines().getFirst().id();
        room.orders.priceMoved(order.id(), line, Money.fen(10_000), Money.fen(15_000));
        var extra = ((OrderState.NeedsShopper) room.now(order).state()).extra();
        room.pay.forward(Duration.ofHours(10));
        assertThat(room.orders.payPage(order.id())).isInstanceOf(PayPage.Ready.class);
        room.payNow(order.id());

        var view = view(order);
        assertThat(at(view, "paid")).isEqualTo(paidAt);
        assertThat(view.order().price()).isEqualTo(order.total().plus(extra));
        assertThat(view.rises()).extracting(rise -> rise.amount().orElseThrow()).containsExactly(extra);
        assertThat(view.arrival().from())
                .isEqualTo(paidAt.plus(Duration.ofHours(10))
                        .plus(order.quote().days().min(), ChronoUnit.DAYS));
    }

    @Test
    void isBeingPaidFromTheShoppersPartUntilTheOrderHears() {
        var order = room.place(List.of(wanted()));
        room.orders.payPage(order.id());
        assertThat(view(order).isBeingPaid()).isFalse();
        room.pay.shopperPays(order.id().value());
        assertThat(view(order).isBeingPaid()).isTrue();
        room.hear();
        assertThat(view(order).isBeingPaid()).isFalse();

        room.orders.priceMoved(order.id(), order.lines().getFirst().id(), Money.fen(10_000), Money.fen(15_000));
        room.orders.payPage(order.id());
        assertThat(view(order).isBeingPaid())
                .as("the first payment is no top-up")
                .isFalse();
        room.pay.shopperPays(order.id().value());
        assertThat(view(order).isBeingPaid()).isTrue();
    }

    @Test
    void anUnpaidOrderHasNoStepBehindItAndNoneUnderWay() {
        var order = room.place(List.of(wanted()));
        assertThat(view(order).milestones()).extracting(Milestone::progress).containsOnly(Milestone.Progress.LATER);
        assertThat(view(order).priceTitle()).isEqualTo("order.to-pay");
        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        assertThat(view(order).priceTitle()).isEqualTo("order.not-paid");
        assertThat(view(order).arrival()).isNull();
    }

    @Test
    void aClosedSaleIsToldUntilItIsBoughtAnew() {
        var order = room.paid(List.of(wanted()));
        var line = order.lines().getFirst().id();
        room.orders.startBuying(order.id(), Set.of(line));
        room.orders.bought(order.id(), line);
        room.orders.saleClosed(order.id(), line);
        assertThat(view(order).isSaleClosed(room.now(order).lines().getFirst())).isTrue();
        room.orders.bought(order.id(), line);
        assertThat(view(order).isSaleClosed(room.now(order).lines().getFirst())).isFalse();
    }

    private OrderView view(Order placed) {
        var order = room.now(placed);
        var timeline = room.orders.timeline(order.id());
        var payments = room.pay.payments().of(order.id().value());
        return new OrderView(
                order,
                Milestone.of(order, timeline),
                timeline.reversed(),
                payments,
                Map.of(),
                null,
                OrderView.Due.nothing(order.total().currency()),
                "");
    }

    private static Instant at(OrderView view, String step) {
        return view.milestones().stream()
                .filter(one -> one.slug().equals(step))
                .map(Milestone::at)
                .findFirst()
                .orElseThrow();
    }

    private static Wanted wanted() {
        return new Wanted(MarketplaceId.ALI1688, 1, 1, 1, 10_000);
    }
}
