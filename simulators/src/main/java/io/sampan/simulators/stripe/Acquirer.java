package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Kernel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to a PaymentIntent when a card is tried: paid, held, refused, challenged, or not known for a while. */
final class Acquirer {
    /** An authorisation that nobody captures is let go after so long. Source: docs.stripe.com, place a hold on a card. */
    static final Duration HELD = Duration.ofDays(7);
    /** How long a payment whose outcome is unclear stays in processing. */
    static final Duration UNCLEAR = Duration.ofMinutes(10);

    private static final PaymentError NOT_CONFIRMED = new PaymentError(
            "payment_intent_authentication_failure",
            null,
            "The customer did not confirm the payment at their bank or wallet.",
            null);

    private final Kernel kernel;
    private final Shelf shelf;
    private final Events events;

    Acquirer(Kernel kernel, Shelf shelf, Events events) {
        this.kernel = kernel;
        this.shelf = shelf;
        this.events = events;
    }

    /** Tries a card; an empty one is a number that is not a test card. */
    Intent attempt(Intent intent, Optional<TestCard> card, @Nullable String returnUrl) {
        if (card.isEmpty()) {
            return refuse(intent, "visa", "0000", TestCard.NOT_A_TEST_CARD);
        }
        Intent chosen = intent.with(intent.progress().withMethod(card.get().method(), returnUrl));
        if (card.get().challenges()) {
            Intent waiting = shelf.keep(chosen.with(chosen.progress().to(IntentStatus.REQUIRES_ACTION)));
            events.happened("payment_intent.requires_action", shelf.json(waiting));
            return waiting;
        }
        if (kernel.faults().take("stripe", "pay", FaultKind.PAY_UNCLEAR).isPresent()) {
            Intent unclear = shelf.keep(chosen.with(chosen.progress().to(IntentStatus.PROCESSING)));
            events.happened("payment_intent.processing", shelf.json(unclear));
            clearUpLater(unclear);
            return unclear;
        }
        return charge(chosen, card.get());
    }

    /** Tries a bank or a wallet, at which the shopper has confirmed or not. */
    Intent attempt(Intent intent, LocalMethod method, boolean confirmed) {
        if (!confirmed) {
            return refuse(intent, method.type(), "", NOT_CONFIRMED);
        }
        Intent chosen = intent.with(intent.progress().withMethod("pm_" + method.type(), null));
        if (method.delay().isZero()) {
            return charge(chosen, method.type(), "");
        }
        Intent underWay = shelf.keep(chosen.with(chosen.progress().to(IntentStatus.PROCESSING)));
        events.happened("payment_intent.processing", shelf.json(underWay));
        clearUpLater(underWay);
        return underWay;
    }

    /** The shopper came back from the 3-D Secure page. */
    Intent challenged(Intent intent, boolean passed) {
        TestCard card = cardOf(intent);
        if (passed) {
            return charge(intent, card);
        }
        var reason = new PaymentError(
                "payment_intent_authentication_failure",
                null,
                "We are unable to authenticate your payment method. Please choose a different payment method and try"
                        + " again.",
                null);
        Intent failed = shelf.keep(intent.with(intent.progress().refused(reason)));
        events.happened("payment_intent.payment_failed", shelf.json(failed));
        return failed;
    }

    /** Takes an authorised amount, or part of it; the rest goes back to the card. */
    Intent capture(Intent intent, long amount) {
        Charge taken = shelf.charge(String.valueOf(intent.progress().charge()))
                .capture(amount, shelf.account().feeOn(amount));
        shelf.charges.put(taken.id(), taken);
        shelf.moved(taken.movement(kernel.clock().now()));
        Intent paid = shelf.keep(intent.with(intent.progress().paid(taken.id(), amount)));
        events.happened("charge.captured", taken.json());
        events.happened("payment_intent.succeeded", shelf.json(paid));
        return paid;
    }

    Intent cancel(Intent intent, @Nullable String reason) {
        String charge = intent.progress().charge();
        if (intent.status() == IntentStatus.REQUIRES_CAPTURE && charge != null) {
            shelf.charges.update(charge, Charge::release);
        }
        Intent gone =
                shelf.keep(intent.with(intent.progress().canceled(kernel.clock().now(), reason)));
        events.happened("payment_intent.canceled", shelf.json(gone));
        return gone;
    }

    /** After a restart: what was under way is taken up again. */
    void resume() {
        for (Intent intent : shelf.intents.values()) {
            if (intent.status() == IntentStatus.PROCESSING) {
                clearUpLater(intent);
            } else if (intent.status() == IntentStatus.REQUIRES_CAPTURE) {
                letGoLater(intent);
            }
        }
    }

    private Intent charge(Intent intent, TestCard card) {
        return card.refusal()
                .map(reason -> refuse(intent, card.brand(), card.lastFour(), reason))
                .orElseGet(() -> charge(intent, card.brand(), card.lastFour()));
    }

    private Intent charge(Intent intent, String brand, String lastFour) {
        long amount = intent.terms().amount();
        boolean hold = intent.terms().manualCapture();
        Charge charge = fresh(intent, brand, lastFour, null);
        Charge kept = hold ? charge : charge.capture(amount, shelf.account().feeOn(amount));
        shelf.charges.put(kept.id(), kept);
        if (!hold) {
            shelf.moved(kept.movement(kernel.clock().now()));
        }
        Intent next = shelf.keep(intent.with(
                hold
                        ? intent.progress().authorised(kept.id(), amount)
                        : intent.progress().paid(kept.id(), amount)));
        events.happened("charge.succeeded", kept.json());
        events.happened(
                hold ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", shelf.json(next));
        if (hold) {
            letGoLater(next);
        }
        return next;
    }

    private Intent refuse(Intent intent, String brand, String lastFour, PaymentError reason) {
        Charge failed = fresh(intent, brand, lastFour, reason);
        shelf.charges.put(failed.id(), failed);
        Intent refused = shelf.keep(intent.with(intent.progress().refused(reason.ofCharge(failed.id()))));
        events.happened("charge.failed", failed.json());
        events.happened("payment_intent.payment_failed", shelf.json(refused));
        return refused;
    }

    private Charge fresh(Intent intent, String brand, String lastFour, @Nullable PaymentError failure) {
        var terms = intent.terms();
        return new Charge(
                shelf.ids.id("ch"),
                kernel.clock().now(),
                terms.id(),
                terms.amount(),
                terms.currency(),
                0,
                0,
                false,
                0,
                failure,
                brand,
                lastFour,
                terms.metadata());
    }

    private void clearUpLater(Intent intent) {
        var local = localOf(intent);
        var delay = local.map(LocalMethod::delay).orElse(UNCLEAR);
        kernel.clock().at(kernel.clock().now().plus(delay), "stripe clears a payment", () -> {
            synchronized (shelf) {
                Intent now = shelf.intent(intent.id());
                if (now.status() == IntentStatus.PROCESSING) {
                    local.ifPresentOrElse(method -> charge(now, method.type(), ""), () -> charge(now, cardOf(now)));
                }
            }
        });
    }

    private void letGoLater(Intent intent) {
        var charge = shelf.charge(String.valueOf(intent.progress().charge()));
        kernel.clock().at(charge.created().plus(HELD), "stripe lets a hold go", () -> {
            synchronized (shelf) {
                Intent now = shelf.intent(intent.id());
                if (now.status() == IntentStatus.REQUIRES_CAPTURE) {
                    cancel(now, "automatic");
                }
            }
        });
    }

    private static Optional<LocalMethod> localOf(Intent intent) {
        return LocalMethod.of(String.valueOf(intent.progress().method()).replaceFirst("^pm_", ""));
    }

    private static TestCard cardOf(Intent intent) {
        return TestCard.ofMethod(String.valueOf(intent.progress().method())).orElseThrow();
    }
}
