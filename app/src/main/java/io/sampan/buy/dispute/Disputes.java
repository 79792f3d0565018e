package io.sampan.buy.dispute;

import io.sampan.buy.dispute.DisputeTable.Key;
import io.sampan.buy.payment.PaymentId;
import io.sampan.buy.payment.PaymentView.Contested;
import io.sampan.buy.payment.Payments;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Dispute;
import io.sampan.outside.gateway.DisputeDesk;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Gateways;
import io.sampan.outside.gateway.Told;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Disputes over our payments, and what an operator can do about them. */
@Component
public class Disputes {
    /** Most characters of an answer. */
    public static final int LONGEST_ANSWER = 20_000;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DisputeTable table;
    private final Gateways gateways;
    private final Payments payments;
    private final Chargebacks chargebacks;
    private final Transactions transactions;
    private final Clock clock;

    Disputes(
            DisputeTable table,
            Gateways gateways,
            Payments payments,
            Chargebacks chargebacks,
            Transactions transactions,
            Clock clock) {
        this.table = table;
        this.gateways = gateways;
        this.payments = payments;
        this.chargebacks = chargebacks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of an operator's word. */
    public sealed interface Outcome {
        record Taken(DisputeView dispute) implements Outcome {}

        /** The gateway does not take it, for good; {@code code} is its own. */
        record Refused(String code) implements Outcome {}

        /** The gateway could not be asked; the same later does no harm. */
        record Unavailable(String why) implements Outcome {}
    }

    /** Those that are not over, the most urgent first. */
    public List<DisputeView> open(int limit) {
        return table.latest(false, limit);
    }

    /** Those that are over, the latest first. */
    public List<DisputeView> over(int limit) {
        return table.latest(true, limit);
    }

    /** Whether answers can be given here; else they are given on the gateway's own pages. */
    public boolean takesAnswers(String gateway) {
        return desk(gateway).filter(DisputeDesk::takesAnswers).isPresent();
    }

    /** Gives in: the shopper keeps the money, and nothing more can be said. Waits for the gateway. */
    public Outcome concede(String gateway, String reference) {
        var key = "concede:" + reference;
        return act(new Key(gateway, reference), desk -> desk.concede(reference, key));
    }

    /**
     * Hands in why the payment was right; that can be done once. Waits for the gateway.
     *
     * @param text 1 to {@link #LONGEST_ANSWER} characters
     */
    public Outcome answer(String gateway, String reference, String text) {
        if (text.isBlank() || text.length() > LONGEST_ANSWER) {
            return new Outcome.Refused("answer-length");
        }
        var key = "answer:" + reference + ":" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return act(new Key(gateway, reference), desk -> desk.answer(reference, text, key));
    }

    /** Looks at one now, and writes down what it means. */
    void look(Key key) {
        desk(key.gateway()).ifPresent(desk -> {
            int version = table.version(key);
            switch (desk.look(key.reference())) {
                case Told.Yes<Dispute>(var dispute) -> settle(key, dispute, version);
                // The gateway knows no such dispute: only news can make it worth another look.
                case Told.No<Dispute> _ -> table.rest(key);
                case Told.Later<Dispute> _, Told.Lost<Dispute> _ -> {}
            }
        });
    }

    private Outcome act(Key key, Function<DisputeDesk, Told<Dispute>> word) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The gateway is never called within a transaction");
        }
        var desk = desk(key.gateway());
        if (desk.isEmpty() || table.find(key).isEmpty()) {
            return new Outcome.Refused("unknown");
        }
        int version = table.version(key);
        var told = word.apply(desk.get());
        if (told instanceof Told.No<Dispute>(var code)) {
            // It may be over already, or answered by another operator: the page should show that.
            look(key);
            return new Outcome.Refused(code);
        }
        if (told instanceof Told.Yes<Dispute>(var dispute)) {
            settle(key, dispute, version);
            return table.find(key).<Outcome>map(Outcome.Taken::new).orElseGet(() -> new Outcome.Refused("unknown"));
        }
        return new Outcome.Unavailable(told.why());
    }

    /**
     * Of two who asked at the same time nobody knows whose answer is the later: what was told before somebody else's news is asked again. What is
     * told of a payment that is none of ours is left alone: an account at a gateway may serve several shops.
     *
     * @param version from before the gateway was asked
     */
    private void settle(Key key, Dispute dispute, int version) {
        transactions.run(() -> {
            var before = table.lock(key);
            if (before.version() != version) {
                table.hear(key, clock.instant());
                return;
            }
            var payment = payment(dispute.paymentKey());
            var subject = payment.flatMap(id -> payments.contest(id, () -> contested(id, key, dispute)));
            if (payment.isEmpty() || subject.isEmpty()) {
                table.rest(key);
                return;
            }
            var now = clock.instant();
            var view = new DisputeView(key.gateway(), payment.get(), subject.get(), dispute, now);
            chargebacks.book(view, before, now);
            table.write(view, isSettled(dispute));
        });
    }

    /** What all disputes over a payment come to, with this one as it stands now. */
    private Contested contested(PaymentId payment, Key key, Dispute now) {
        var others = table.ofPayment(payment).stream()
                .filter(other -> !other.gateway().equals(key.gateway())
                        || !other.reference().equals(key.reference()))
                .map(DisputeView::now);
        var open = Money.zero(now.amount().currency());
        var lost = open;
        for (var one : Stream.concat(others, Stream.of(now)).toList()) {
            boolean isLost = one.stage() == Dispute.Stage.LOST;
            open = isLost ? open : open.plus(one.withheld());
            lost = isLost ? lost.plus(one.withheld()) : lost;
        }
        return new Contested(open, lost);
    }

    /** Whether nothing more will happen to it: the money of one that is won may come days after the word. */
    private static boolean isSettled(Dispute dispute) {
        return dispute.stage() == Dispute.Stage.LOST
                || dispute.stage() == Dispute.Stage.WON && dispute.withheld().isZero();
    }

    private Optional<DisputeDesk> desk(String gateway) {
        return gateways.named(gateway).flatMap(Gateway::disputes);
    }

    private static Optional<PaymentId> payment(@Nullable String key) {
        return Optional.ofNullable(key)
                .filter(told -> ID.matcher(told).matches())
                .map(UUID::fromString)
                .map(PaymentId::new);
    }
}
