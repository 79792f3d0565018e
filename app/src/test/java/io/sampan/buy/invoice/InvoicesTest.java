package io.sampan.buy.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.OrderRoom;
import io.sampan.buy.ordering.OrderRoom.Wanted;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.PayPage;
import io.sampan.buy.payment.RefundFailed;
import io.sampan.buy.payment.RefundSettled;
import io.sampan.buy.payment.Refunding;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every paper once, under numbers without gaps, and together always what was kept. */
class InvoicesTest {
    private static final Money NOTHING = Money.of(0, "EUR");

    private final TestDatabase database = TestDatabase.fresh();
    private final OrderRoom room = new OrderRoom(database);
    private final Invoices invoices = new Invoices(
            new InvoiceTable(database.jdbc()),
            room.orders,
            room.pay.payments(),
            database.transactions(),
            new InvoiceSettings("Sampan GmbH", "Hafenstraße 1, 20457 Hamburg", "VAT ID DE123456789"),
            room.pay.clock());

    @BeforeEach
    void listen() {
        room.alsoHears = this::tell;
    }

    @Test
    void aPaidOrderHasOneInvoice() {
        var order = paid();
        assertThat(invoices.of(order.id())).singleElement().satisfies(paper -> {
            assertThat(paper.kind()).isEqualTo(Invoice.Kind.INVOICE);
            assertThat(paper.amount()).isEqualTo(order.total());
            assertThat(paper.seller().taxId()).isEqualTo("VAT ID DE123456789");
            assertThat(paper.label()).endsWith("-000001");
        });
    }

    @Test
    void whatIsGivenBackHasACreditNote() {
        var order = paid();
        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        settle();
        assertThat(invoices.of(order.id()))
                .extracting(Invoice::kind)
                .containsExactly(Invoice.Kind.INVOICE, Invoice.Kind.CREDIT_NOTE);
        assertThat(sum(order)).isEqualTo(NOTHING);
    }

    @Test
    void aRefundThatCameBackIsOwedAgainUntilItIsGivenBackInAnotherWay() {
        var order = paid();
        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        settle();
        room.pay.refundsBounce(order.id().value());
        settle();
        assertThat(sum(order)).isEqualTo(order.total());
        room.orders.giveBack(order.id(), order.total(), "again", "bounced", Refunding.To.BALANCE);
        settle();
        assertThat(invoices.of(order.id())).hasSize(4);
        assertThat(sum(order)).isEqualTo(NOTHING);
    }

    /** News of a refund may be heard before those of the payment. */
    @Test
    void papersFollowFromHowTheOrderStandsWhateverWasHeardFirst() {
        var order = room.paid(List.of(wanted()));
        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        settle();
        assertThat(invoices.of(order.id()))
                .extracting(Invoice::kind)
                .containsExactly(Invoice.Kind.INVOICE, Invoice.Kind.CREDIT_NOTE);
    }

    @Test
    void whoAsksForThePapersOfAnOrderFromBeforeThereWereAnyGetsThem() {
        var order = room.paid(List.of(wanted()));
        assertThat(invoices.of(order.id())).hasSize(1);
        assertThat(invoices.of(order.id())).hasSize(1);
    }

    @Test
    void whatWasPaidTooMuchHasNoPaper() {
        var order = room.place(List.of(wanted()));
        room.orders.payPage(order.id());
        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        room.payNow(order.id());
        settle();
        assertThat(room.now(order).state()).isInstanceOf(OrderState.Cancelled.class);
        assertThat(invoices.of(order.id())).isEmpty();
    }

    @Test
    void anOrderThatNobodyPaidHasNone() {
        var order = room.place(List.of(wanted()));
        room.orders.cancel(order.id(), Orders.By.SHOPPER);
        settle();
        assertThat(invoices.of(order.id())).isEmpty();
    }

    @Test
    void aRiseThatWasAcceptedHasASupplement() {
        var order = paid();
        room.orders.priceMoved(order.id(), order.lines().getFirst().id(), Money.fen(5_000), Money.fen(9_000));
        assertThat(room.orders.payPage(order.id())).isInstanceOf(PayPage.Ready.class);
        room.payNow(order.id());
        settle();
        assertThat(invoices.of(order.id()))
                .extracting(Invoice::kind)
                .containsExactly(Invoice.Kind.INVOICE, Invoice.Kind.SUPPLEMENT);
        assertThat(sum(order)).isEqualTo(room.now(order).funds().taken());
    }

    @Test
    void numbersHaveNoGapsHoweverManyAreIssuedAtOnce() throws Exception {
        var orders = new ArrayList<Order>();
        for (int i = 0; i < 12; i++) {
            orders.add(room.paid(List.of(wanted())));
        }
        try (var desks = Executors.newFixedThreadPool(6)) {
            var work = orders.stream()
                    .map(order -> (Callable<Object>) () -> {
                        invoices.on(new OrderNews.OrderPaid(order.id()));
                        invoices.on(new OrderNews.OrderPaid(order.id()));
                        return order;
                    })
                    .toList();
            for (var done : desks.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(orders.stream().flatMap(order -> invoices.of(order.id()).stream()))
                .extracting(Invoice::number)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 12).boxed().toList());
    }

    private Order paid() {
        var order = room.paid(List.of(wanted()));
        settle();
        return order;
    }

    /** Hands on what orders and payments tell, every piece of news twice. */
    private void settle() {
        room.pay.afterwards();
        room.hear();
        for (var news : List.copyOf(room.news)) {
            room.news.remove(news);
            tell(news);
            tell(news);
        }
    }

    private void tell(Object news) {
        switch (news) {
            case OrderNews.OrderPaid paid -> invoices.on(paid);
            case OrderNews.OrderPriceAccepted accepted -> invoices.on(accepted);
            case RefundSettled settled -> invoices.on(settled);
            case RefundFailed failed -> invoices.on(failed);
            default -> {}
        }
    }

    private Money sum(Order order) {
        return invoices.of(order.id()).stream()
                .map(paper -> paper.kind() == Invoice.Kind.CREDIT_NOTE
                        ? paper.amount().negated()
                        : paper.amount())
                .reduce(NOTHING, Money::plus);
    }

    private static Wanted wanted() {
        return new Wanted(MarketplaceId.ALI1688, 1, 1, 2, 5_000);
    }
}
