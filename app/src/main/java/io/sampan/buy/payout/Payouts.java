package io.sampan.buy.payout;

import io.sampan.buy.payout.PayoutView.State;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Hold;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.Posted;
import io.sampan.money.ledger.Release;
import io.sampan.money.ledger.Settlement;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Gateways;
import io.sampan.outside.gateway.PayoutDesk;
import io.sampan.outside.gateway.Returned;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Payouts of balances. What is to be paid is set aside in the ledger the moment it is asked for, so that nobody spends it as well; it leaves us
 * when the gateway says that it is paid, and is the shopper's again when that comes to nothing.
 */
@Component
public class Payouts {
    private final PayoutTable table;
    private final Ledger ledger;
    private final Gateways gateways;
    private final Transactions transactions;
    private final PayoutSettings settings;
    private final Clock clock;

    Payouts(
            PayoutTable table,
            Ledger ledger,
            Gateways gateways,
            Transactions transactions,
            PayoutSettings settings,
            Clock clock) {
        this.table = table;
        this.ledger = ledger;
        this.gateways = gateways;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a shopper asks for.
     *
     * @param id made with the form: the same again is the same payout
     * @param gateway a {@link Gateway#name}
     * @param receiver who is paid, as the gateway knows them
     */
    public record Wish(UUID id, UUID account, Money amount, String gateway, String receiver) {
        @Override
        public String toString() {
            return "Wish[" + id + "]";
        }
    }

    /** What came of asking. */
    public enum Asked {
        ACCEPTED,
        /** The balance holds less. */
        TOO_MUCH,
        /** The gateway cannot pay whom these words name. */
        NO_RECEIVER,
        /** This gateway pays nobody. */
        NO_GATEWAY;

        /** Such as {@code too-much}, the end of its text keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The gateways that can pay people, by name. */
    public List<String> gateways() {
        return gateways.all().stream()
                .filter(gateway -> gateway.payouts().isPresent())
                .map(Gateway::name)
                .toList();
    }

    /** Sets the money aside; the caretaker pays it soon. */
    public Asked ask(Wish wish) {
        var desk = desk(wish.gateway());
        if (desk.isEmpty()) {
            return Asked.NO_GATEWAY;
        }
        if (!desk.get().canPay(wish.receiver())) {
            return Asked.NO_RECEIVER;
        }
        var now = clock.instant();
        var view = new PayoutView(
                wish.id(),
                wish.account(),
                wish.gateway(),
                masked(wish.receiver()),
                wish.amount(),
                State.ASKED,
                null,
                now,
                now);
        return transactions.run(() -> {
            if (!table.add(view, wish.receiver())) {
                return Asked.ACCEPTED;
            }
            var payout = new Payout(view, wish.receiver(), null, 0);
            var hold = new Hold(
                    payout.hold(),
                    Entry.Kind.BALANCE_PAID_OUT,
                    wish.account().toString(),
                    now,
                    AccountRef.shopperBalance(wish.account()),
                    AccountRef.gateway(wish.gateway()),
                    wish.amount(),
                    now.plus(settings.heldFor()));
            if (ledger.post(hold) instanceof Posted.Overdrawn) {
                table.move(view.id(), State.FAILED, null, "balance-too-small", now);
                return Asked.TOO_MUCH;
            }
            return Asked.ACCEPTED;
        });
    }

    /** A shopper's, the latest first. */
    public List<PayoutView> of(UUID account, int limit) {
        return table.of(account, limit);
    }

    /** Those of which no gateway has said for too long that it knows of them, the oldest first. */
    public List<PayoutView> unconfirmed(int limit) {
        return table.unconfirmed(clock.instant().minus(settings.slow()), limit);
    }

    /** Asks the gateway to pay the next payout that is due, or how it stands. False when none is due. */
    boolean tend() {
        var now = clock.instant();
        var next = table.take(now, now.plus(settings.firstPause()));
        next.ifPresent(this::carry);
        return next.isPresent();
    }

    private void carry(Payout payout) {
        var now = clock.instant();
        var reference = payout.reference();
        boolean forgotten =
                reference == null && now.isAfter(payout.view().askedAt().plus(settings.keyLife()));
        var desk = desk(payout.view().gateway());
        if (forgotten) {
            table.lookAgain(payout.view().id(), null);
            return;
        }
        table.lookAgain(payout.view().id(), now.plus(settings.pause(payout.tries())));
        desk.map(at -> reference == null
                        ? at.pay(
                                payout.receiver(),
                                payout.amount(),
                                payout.view().id().toString())
                        : at.look(reference))
                .ifPresent(returned -> become(payout.view().id(), returned));
    }

    private void become(UUID id, Returned returned) {
        switch (returned) {
            case Returned.Done done -> move(id, State.DONE, done.refundReference(), null);
            case Returned.Pending pending -> move(id, State.PENDING, pending.refundReference(), null);
            case Returned.Failed failed -> move(id, State.FAILED, failed.refundReference(), failed.why());
            case Returned.Refused refused -> refused(id, refused.code());
            case Returned.Unclear _ -> {}
        }
    }

    /** What is refused was not tried, unless the gateway took it before. */
    private void refused(UUID id, String code) {
        transactions.run(() -> {
            if (table.lock(id).filter(payout -> payout.reference() == null).isPresent()) {
                move(id, State.FAILED, null, code);
            }
        });
    }

    private void move(UUID id, State next, @Nullable String reference, @Nullable String why) {
        transactions.run(() -> {
            var payout = table.lock(id).orElseThrow();
            if (payout.view().state().isFinal() || payout.view().state() == next) {
                return;
            }
            var now = clock.instant();
            table.move(id, next, reference, why, now);
            if (next == State.DONE) {
                ledger.post(new Settlement("paid-out:" + id, payout.hold(), now, payout.amount()))
                        .orThrow();
            }
            if (next == State.FAILED) {
                ledger.post(new Release("payout-failed:" + id, payout.hold(), now))
                        .orThrow();
            }
        });
    }

    private Optional<PayoutDesk> desk(String gateway) {
        return gateways.named(gateway).flatMap(Gateway::payouts);
    }

    /** The first letter and what follows the at sign, or the first letter alone. */
    private static String masked(String receiver) {
        int at = receiver.indexOf('@');
        return receiver.substring(0, 1) + "…" + (at < 0 ? "" : receiver.substring(at));
    }
}
