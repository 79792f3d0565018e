package io.sampan.simulators.stripe;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Ways to pay other than cards: the shopper confirms at their bank or wallet. Source: docs.stripe.com/payments/payment-methods.
 * Test mode shows one page for all of them, on which the payment is authorised or failed.
 */
enum LocalMethod {
    IDEAL("ideal", "iDEAL", Set.of("eur"), false, Duration.ZERO),
    BANCONTACT("bancontact", "Bancontact", Set.of("eur"), false, Duration.ZERO),
    BLIK("blik", "BLIK", Set.of("pln"), false, Duration.ZERO),
    EPS("eps", "EPS", Set.of("eur"), false, Duration.ZERO),
    MB_WAY("mb_way", "MB WAY", Set.of("eur"), false, Duration.ZERO),
    TWINT("twint", "TWINT", Set.of("chf"), false, Duration.ZERO),
    PIX("pix", "Pix", Set.of("brl"), false, Duration.ZERO),
    SEPA_DEBIT("sepa_debit", "SEPA Direct Debit", Set.of("eur"), false, Duration.ofDays(5)),
    KLARNA(
            "klarna",
            "Klarna",
            Set.of("eur", "usd", "gbp", "dkk", "sek", "nok", "czk", "ron", "aud", "nzd", "cad", "pln", "chf"),
            true,
            Duration.ZERO);

    /** The one way to pay that is not here. */
    static final String CARD = "card";

    private final String type;
    private final String label;
    private final Set<String> currencies;
    private final boolean holds;
    private final Duration delay;

    LocalMethod(String type, String label, Set<String> currencies, boolean holds, Duration delay) {
        this.type = type;
        this.label = label;
        this.currencies = currencies;
        this.holds = holds;
        this.delay = delay;
    }

    static Optional<LocalMethod> of(String type) {
        return Arrays.stream(values())
                .filter(method -> method.type.equals(type))
                .findFirst();
    }

    String type() {
        return type;
    }

    String label() {
        return label;
    }

    boolean takes(String currency) {
        return currencies.contains(currency);
    }

    /** Whether its money can be held before it is captured. */
    boolean holds() {
        return holds;
    }

    /** How long the money is on its way after the shopper has confirmed. */
    Duration delay() {
        return delay;
    }
}
