package io.sampan.buy.payment;

import static io.sampan.money.ledger.AccountRef.expense;
import static io.sampan.money.ledger.AccountRef.gateway;
import static io.sampan.money.ledger.AccountRef.shopperBalance;
import static io.sampan.money.ledger.AccountRef.shopperFunds;

import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.Posted;
import io.sampan.money.ledger.Posting;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What payments write into the ledger, each in the transaction that makes it true; without the entry the move does not happen either. */
@Component
class Books {
    private final Ledger ledger;

    Books(Ledger ledger) {
        this.ledger = ledger;
    }

    void captured(Payment payment, Captured captured) {
        if (payment.isFromBalance()) {
            spent(payment, captured).orThrow();
            return;
        }
        var subject = payment.payable().subject();
        var clearing = gateway(payment.gateway());
        move(
                new Move("capture:" + payment.id().value(), Entry.Kind.CAPTURE, subject, captured.at()),
                clearing,
                shopperFunds(subject),
                captured.amount());
        if (captured.fee().isPositive()) {
            move(
                    new Move("gateway-fee:" + payment.id().value(), Entry.Kind.GATEWAY_FEE, subject, captured.at()),
                    expense("gateway-fee"),
                    clearing,
                    captured.fee());
        }
    }

    /** A shopper's balance pays. Refused when it holds too little. */
    Posted spent(Payment payment, Captured captured) {
        var subject = payment.payable().subject();
        var balance = shopperBalance(UUID.fromString(payment.knownReference()));
        return post(
                new Move("capture:" + payment.id().value(), Entry.Kind.CAPTURE, subject, captured.at()),
                balance,
                shopperFunds(subject),
                captured.amount());
    }

    /** Contested money that the shopper has back from their bank did not leave us by this refund: it makes the loss of the chargeback smaller. */
    void refunded(Refund refund, String gatewayName, Instant at) {
        move(
                new Move("refund:" + refund.id().value(), Entry.Kind.REFUND, refund.subject(), at),
                shopperFunds(refund.subject()),
                destination(refund.view(), gatewayName),
                refund.amount());
    }

    /** A refund that was booked came back. */
    void returned(Refund refund, String gatewayName, Instant at) {
        move(
                new Move("refund-returned:" + refund.id().value(), Entry.Kind.REFUND_RETURNED, refund.subject(), at),
                gateway(gatewayName),
                shopperFunds(refund.subject()),
                refund.amount());
    }

    private static AccountRef destination(RefundView refund, String gatewayName) {
        var account = refund.toBalance();
        if (refund.contested()) {
            return expense("chargeback");
        }
        return account == null ? gateway(gatewayName) : shopperBalance(account);
    }

    private record Move(String id, Entry.Kind kind, UUID subject, Instant at) {}

    private void move(Move move, AccountRef debit, AccountRef credit, Money amount) {
        post(move, debit, credit, amount).orThrow();
    }

    private Posted post(Move move, AccountRef debit, AccountRef credit, Money amount) {
        var postings = List.of(new Posting(debit, amount), new Posting(credit, amount.negated()));
        return ledger.post(new Entry(move.id(), move.kind(), move.subject().toString(), move.at(), postings));
    }
}
