package io.sampan.buy.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sampan.buy.payment.Payment.Step;
import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Capturing;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Open;
import io.sampan.buy.payment.PaymentState.Requested;
import io.sampan.buy.payment.RefundView.State;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Standing;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentStateTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Money PRICE = Money.of(1_850, "EUR");
    private static final Requested REQUESTED = new Requested();
    private static final Open OPEN = new Open(URI.create("https://pay.example/1"), NOON.plusSeconds(3600), null);
    private static final Open CHECKING = new Open(OPEN.page(), OPEN.expires(), null, true);
    private static final Capturing CAPTURING = new Capturing(null, null);
    private static final Captured CAPTURED = new Captured(PRICE, Money.of(30, "EUR"), NOON);
    private static final Closed CLOSED = new Closed("expired");
    private static final List<PaymentState> ALL = List.of(REQUESTED, OPEN, CAPTURING, CAPTURED, CLOSED);

    @Test
    void knowsEveryAllowedMoveAndForbidsAllOthers() {
        var allowed = Stream.of(
                        List.of(REQUESTED, OPEN),
                        List.of(REQUESTED, CLOSED),
                        List.of(OPEN, OPEN),
                        List.of(OPEN, CAPTURING),
                        List.of(OPEN, CAPTURED),
                        List.of(OPEN, CLOSED),
                        List.of(CAPTURING, OPEN),
                        List.of(CAPTURING, CAPTURED),
                        List.of(CAPTURING, CLOSED))
                .toList();
        for (var from : ALL) {
            for (var to : ALL) {
                assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(allowed.contains(List.of(from, to)));
            }
        }
    }

    static Stream<Arguments> steps() {
        var authorised = new Standing.Authorised(PRICE);
        var declined = new Standing.Open("insufficient_funds");
        var taken = new Standing.Captured(PRICE, Money.of(30, "EUR"));
        return Stream.of(
                arguments(OPEN, false, new Standing.Open(null), new Step.Wait(null)),
                arguments(
                        OPEN,
                        false,
                        declined,
                        new Step.Become(new Open(OPEN.page(), OPEN.expires(), "insufficient_funds"))),
                arguments(OPEN, false, authorised, new Step.Capture()),
                arguments(OPEN, false, new Standing.Authorised(PRICE.plus(PRICE)), new Step.Capture()),
                arguments(
                        OPEN,
                        false,
                        new Standing.Authorised(Money.of(1_849, "EUR")),
                        waits(Attention.Why.AUTHORISED_TOO_LITTLE)),
                arguments(
                        OPEN,
                        false,
                        new Standing.Authorised(Money.of(1_850, "USD")),
                        waits(Attention.Why.AUTHORISED_TOO_LITTLE)),
                arguments(OPEN, false, new Standing.Pending(), new Step.Become(CHECKING)),
                arguments(CHECKING, false, new Standing.Pending(), new Step.Wait(null)),
                arguments(CHECKING, false, new Standing.Unclear("silent"), new Step.Wait(null)),
                arguments(CHECKING, false, new Standing.Open(null), new Step.Become(OPEN)),
                arguments(CHECKING, false, authorised, new Step.Capture()),
                arguments(OPEN, false, taken, new Step.Become(CAPTURED)),
                arguments(
                        OPEN,
                        false,
                        new Standing.Captured(Money.fen(1), Money.fen(0)),
                        waits(Attention.Why.CAPTURED_ANOTHER_CURRENCY)),
                arguments(OPEN, false, new Standing.Closed("expired"), new Step.Become(CLOSED)),
                arguments(
                        OPEN,
                        false,
                        new Standing.Refused("no_such"),
                        new Step.Wait(new Attention(Attention.Why.GATEWAY_REFUSED, "no_such"))),
                arguments(OPEN, false, new Standing.Unclear("silent"), new Step.Wait(null)),
                arguments(OPEN, true, new Standing.Open(null), new Step.LetGo()),
                arguments(OPEN, true, declined, new Step.LetGo()),
                arguments(OPEN, true, authorised, new Step.LetGo()),
                arguments(OPEN, true, taken, new Step.Become(CAPTURED)),
                arguments(OPEN, true, new Standing.Closed("expired"), new Step.Become(CLOSED)),
                arguments(CAPTURING, false, authorised, new Step.Capture()),
                arguments(CAPTURING, true, authorised, new Step.LetGo()),
                arguments(CAPTURING, false, taken, new Step.Become(CAPTURED)),
                arguments(CAPTURING, true, taken, new Step.Become(CAPTURED)),
                arguments(CAPTURING, false, new Standing.Open(null), waits(Attention.Why.AUTHORISATION_VANISHED)),
                arguments(CAPTURING, false, declined, waits(Attention.Why.AUTHORISATION_VANISHED)),
                arguments(
                        new Capturing(OPEN.page(), OPEN.expires()),
                        false,
                        declined,
                        new Step.Become(new Open(OPEN.page(), OPEN.expires(), "insufficient_funds"))),
                arguments(OPEN, false, new Standing.Unbegun(), new Step.Wait(null)),
                arguments(OPEN, true, new Standing.Unbegun(), new Step.LetGo()),
                arguments(CAPTURING, false, new Standing.Pending(), new Step.Wait(null)),
                arguments(CAPTURING, false, new Standing.Closed("expired"), new Step.Become(CLOSED)),
                arguments(CAPTURED, false, authorised, waits(Attention.Why.AUTHORISED_AFTER_THE_END)),
                arguments(CLOSED, false, authorised, waits(Attention.Why.AUTHORISED_AFTER_THE_END)),
                arguments(CLOSED, true, authorised, waits(Attention.Why.AUTHORISED_AFTER_THE_END)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void followsFromWhatTheGatewaySays(PaymentState state, boolean withdrawn, Standing standing, Step expected) {
        assertThat(payment(state, withdrawn).after(standing, NOON)).isEqualTo(expected);
    }

    @Test
    void isUnderWayFromTheShoppersPartOn() {
        assertThat(List.of(CHECKING, CAPTURING, CAPTURED)).allMatch(PaymentState::isUnderWay);
        assertThat(List.of(REQUESTED, OPEN, CLOSED)).noneMatch(PaymentState::isUnderWay);
    }

    @Test
    void aRefundMovesForwardAndMayFailAfterItWasDone() {
        var allowed =
                List.of("ASKED-PENDING", "ASKED-DONE", "ASKED-FAILED", "PENDING-DONE", "PENDING-FAILED", "DONE-FAILED");
        for (var from : State.values()) {
            for (var to : State.values()) {
                assertThat(Refund.mayBecome(from, to))
                        .as("%s to %s", from, to)
                        .isEqualTo(allowed.contains(from + "-" + to));
            }
        }
    }

    @Test
    void aRefusalCountsOnlyBeforeTheGatewayKnewTheRefund() {
        assertThat(refund(State.ASKED).after(new Returned.Refused("too_much")))
                .isEqualTo(new Refund.Step.Become(State.FAILED, null, "too_much"));
        assertThat(refund(State.PENDING).after(new Returned.Refused("too_much")))
                .isEqualTo(new Refund.Step.Wait());
        assertThat(refund(State.DONE).after(new Returned.Pending("re"))).isEqualTo(new Refund.Step.Wait());
        assertThat(refund(State.ASKED).after(new Returned.Unclear("silent"))).isEqualTo(new Refund.Step.Wait());
    }

    private static Payment payment(PaymentState state, boolean withdrawn) {
        var page = URI.create("https://shop.example/");
        var payable = new Payable(new UUID(0, 1), "order", PRICE, "Sampan", page, page, Locale.ENGLISH);
        return new Payment(
                new PaymentId(new UUID(0, 2)),
                payable,
                new PayWay(new PayMethod("stripe", "card"), ""),
                state,
                "cs_1",
                withdrawn ? Payment.Wanted.WITHDRAWN : Payment.Wanted.YES,
                new PaymentView.Contested(Money.zero(PRICE.currency()), Money.zero(PRICE.currency())),
                null,
                NOON,
                NOON,
                1);
    }

    private static Refund refund(State state) {
        var view = new RefundView(
                new RefundId(new UUID(0, 3)),
                new PaymentId(new UUID(0, 2)),
                "key",
                PRICE,
                "why",
                state,
                null,
                false,
                null,
                NOON,
                NOON);
        return new Refund(view, new UUID(0, 1), null, 0);
    }

    private static Step waits(Attention.Why why) {
        return new Step.Wait(Attention.of(why));
    }
}
