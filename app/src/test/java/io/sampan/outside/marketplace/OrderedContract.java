package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every connector does with orders that it made: they are paid, read, followed, cancelled and refunded, each at most once. */
public interface OrderedContract extends ContractGround {
    @Test
    @Needs(Capability.PAY)
    default void paysOnceHoweverOftenItIsAsked() {
        var request = request();
        var order = placed(request);
        assertThat(stateOf(order)).isEqualTo(State.WAIT_PAY);
        assertThat(stand().connector().pay(order)).isEqualTo(new PaidUpstream.Done());
        assertThat(stateOf(order)).isEqualTo(State.PAID);
        assertThat(stand().connector().pay(order)).isNotInstanceOf(PaidUpstream.Unclear.class);
        assertThat(books(request).getFirst().yes("paid")).isTrue();
    }

    @Test
    @Needs(Capability.PAY)
    default void anUnclearPaymentNeverCountsAsRefused() {
        var order = placed(request());
        stand().world().arm(stand().payOperation(), "PAY_UNCLEAR", 0);
        var paid = stand().connector().pay(order);
        assertThat(paid).isInstanceOfAny(PaidUpstream.Done.class, PaidUpstream.Unclear.class);
        assertThat(paid instanceof PaidUpstream.Done).isEqualTo(stateOf(order) == State.PAID);
    }

    @Test
    @Needs(Capability.PAY)
    default void aPaymentWhoseAnswerWasLostIsSettledByTheOrder() {
        var order = placed(request());
        stand().world().arm(stand().payOperation(), "DROP_AFTER_SUCCESS", 0);
        assertThat(stand().connector().pay(order)).isEqualTo(new PaidUpstream.Done());
        assertThat(stateOf(order)).isEqualTo(State.PAID);
    }

    @Test
    @Needs({Capability.PAY, Capability.TRACE})
    default void followsTheParcelToTheWarehouse() {
        var request = request();
        var order = placed(request);
        assertThat(stand().connector().trace(order)).isEqualTo(new OrderRead.Traced(List.of()));
        stand().connector().pay(order);
        var truth = books(request).getFirst();
        stand().world().act("ship-now", truth.text("orderId"));
        stand().world().advanceHours(HOURS_TO_FIRST_SCAN);
        var shipped = ((OrderRead.Present) stand().connector().read(order.orderId())).order();
        assertThat(shipped.state())
                .as("sent, or here already where the platform hears of deliveries")
                .isIn(State.SHIPPED, State.DONE);
        assertThat(shipped.waybills()).hasSize(1);
        assertThat(shipped.waybills().getFirst().number())
                .isEqualTo(books(request).getFirst().text("waybill"));
        var traced = (OrderRead.Traced) stand().connector().trace(shipped);
        assertThat(traced.steps()).isNotEmpty().isSortedAccordingTo(java.util.Comparator.comparing(OrderRead.Step::at));
        assertThat(traced.steps().getFirst().waybillNumber())
                .isEqualTo(shipped.waybills().getFirst().number());
    }

    @Test
    @Needs({Capability.PLACE_ORDER, Capability.CANCEL})
    default void cancelsWhatIsNotPaid() {
        var order = placed(request());
        assertThat(stand().connector().cancel(order.orderId())).isInstanceOf(OrderRead.Present.class);
        stand().world().advanceHours(1);
        assertThat(stateOf(order)).isEqualTo(State.CLOSED);
    }

    @Test
    @Needs(Capability.ORDER_DETAIL)
    default void anOrderThatNobodyMadeIsMissing() {
        assertThat(stand().connector().read(nobodysOrder())).isEqualTo(new OrderRead.Missing());
    }

    @Test
    @Needs(Capability.PAY)
    default void aPaymentThatIsTurnedAwayIsMadeLater() {
        var order = placed(request());
        stand().world().arm(stand().payOperation(), "FLOW_CONTROL", 0);
        var later = (PaidUpstream.Later) stand().connector().pay(order);
        stand().world().advance(later.after().plusSeconds(1));
        assertThat(stateOf(order)).isEqualTo(State.WAIT_PAY);
        assertThat(stand().connector().pay(order)).isEqualTo(new PaidUpstream.Done());
    }

    @Test
    @Needs(Capability.PAY)
    default void aPaymentAtABrokenPlatformIsNeverCalledRefused() {
        var order = placed(request());
        stand().world().arm(stand().payOperation(), "ERROR_5XX", 0);
        var paid = stand().connector().pay(order);
        assertThat(paid).isNotInstanceOf(PaidUpstream.Refused.class);
        assertThat(paid instanceof PaidUpstream.Done).isEqualTo(stateOf(order) == State.PAID);
    }

    @Test
    @Needs(Capability.PAY)
    default void whatIsPaidCostsWhatWasOrdered() {
        var request = request();
        var order = placed(request);
        stand().connector().pay(order);
        var read = ((OrderRead.Present) stand().connector().read(order.orderId())).order();
        assertThat(read.total()).isEqualTo(order.total());
        assertThat(read.lines()).hasSameSizeAs(order.lines());
        assertThat(pieces(List.of(read))).isEqualTo(pieces(List.of(order)));
    }

    @Test
    @Needs(Capability.PAY)
    default void whatTheSellerClosedIsClosedAndCannotBePaid() {
        var request = request();
        var order = placed(request);
        stand().world().act("close-by-seller", books(request).getFirst().text("orderId"));
        assertThat(stateOf(order)).isEqualTo(State.CLOSED);
        assertThat(stand().connector().pay(order))
                .isNotInstanceOfAny(PaidUpstream.Done.class, PaidUpstream.Unclear.class);
        assertThat(books(request).getFirst().yes("paid")).isFalse();
    }

    @Test
    @Needs({Capability.PAY, Capability.CANCEL})
    default void whatWasCancelledCannotBePaid() {
        var request = request();
        var order = placed(request);
        stand().connector().cancel(order.orderId());
        stand().world().advanceHours(1);
        assertThat(stand().connector().pay(order)).isNotInstanceOf(PaidUpstream.Done.class);
        assertThat(books(request).getFirst().yes("paid")).isFalse();
    }

    @Test
    @Needs({Capability.PLACE_ORDER, Capability.CANCEL})
    default void cancellingTwiceIsCancellingOnce() {
        var order = placed(request());
        stand().connector().cancel(order.orderId());
        stand().world().advanceHours(1);
        assertThat(stand().connector().cancel(order.orderId()))
                .isInstanceOfAny(OrderRead.Present.class, OrderRead.Refused.class);
        assertThat(stateOf(order)).isEqualTo(State.CLOSED);
    }

    @Test
    @Needs({Capability.PAY, Capability.CANCEL})
    default void whatIsOnItsWayIsNotCancelled() {
        var request = request();
        var order = placed(request);
        stand().connector().pay(order);
        stand().world().act("ship-now", books(request).getFirst().text("orderId"));
        var cancelled = stand().connector().cancel(order.orderId());
        assertThat(cancelled).isInstanceOfAny(OrderRead.Refused.class, OrderRead.Present.class);
        assertThat(stateOf(order)).isIn(State.SHIPPED, State.DONE);
    }

    @Test
    @Needs(Capability.CANCEL)
    default void cancellingWhatNobodyOrderedChangesNothing() {
        assertThat(stand().connector().cancel(nobodysOrder()))
                .isInstanceOfAny(OrderRead.Missing.class, OrderRead.Refused.class);
    }

    @Test
    @Needs({Capability.PAY, Capability.REFUND})
    default void askingForTheMoneyTwiceIsAskingOnce() {
        var order = placed(request());
        stand().connector().pay(order);
        var first = stand().connector().refund(order, "不需要了");
        assertThat(first).isInstanceOf(OrderRead.Present.class);
        assertThat(stateOf(order)).isIn(State.REFUNDING, State.REFUNDED, State.CLOSED);
        var state = stateOf(order);
        assertThat(stand().connector().refund(order, "不需要了")).isInstanceOf(OrderRead.Present.class);
        assertThat(stateOf(order)).isEqualTo(state);
    }

    @Test
    @Needs({Capability.PAY, Capability.REFUND})
    default void moneyThatWasNeverPaidIsNotAskedFor() {
        var order = placed(request());
        stand().connector().refund(order, "不需要了");
        assertThat(stateOf(order)).isIn(State.WAIT_PAY, State.CLOSED);
    }

    @Test
    @Needs({Capability.PLACE_ORDER, Capability.ORDER_DETAIL})
    default void anOrderThatCannotBeReadJustNowIsNeverMissing() {
        var order = placed(request());
        for (var fault : List.of("FLOW_CONTROL", "ERROR_5XX", "DROP_AFTER_SUCCESS")) {
            always(fault, 0);
            assertThat(stand().connector().read(order.orderId())).as(fault).isInstanceOf(OrderRead.Later.class);
            stand().world().clearFaults();
        }
    }

    @Test
    @Needs({Capability.PAY, Capability.TRACE})
    default void aParcelThatCannotBeFollowedJustNowIsFollowedLater() {
        var request = request();
        var order = placed(request);
        stand().connector().pay(order);
        stand().world().act("ship-now", books(request).getFirst().text("orderId"));
        stand().world().advanceHours(HOURS_TO_FIRST_SCAN);
        var shipped = ((OrderRead.Present) stand().connector().read(order.orderId())).order();
        always("FLOW_CONTROL", 0);
        assertThat(stand().connector().trace(shipped)).isInstanceOf(OrderRead.Later.class);
    }

    @Test
    @Needs({Capability.PLACE_ORDER, Capability.ORDER_DETAIL})
    default void anOrderReadTwiceIsTheSame() {
        var order = placed(request());
        assertThat(stand().connector().read(order.orderId()))
                .isEqualTo(stand().connector().read(order.orderId()));
    }
}
