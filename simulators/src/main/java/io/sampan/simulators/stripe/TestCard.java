package io.sampan.simulators.stripe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's published test cards, those that a shop tests with. Source: docs.stripe.com/testing. */
enum TestCard {
    VISA("4242424242424242", "Pays", List.of("pm_card_visa"), null, false),
    MASTERCARD("5555555555554444", "Pays (Mastercard)", List.of("pm_card_mastercard"), null, false),
    DECLINED(
            "4000000000000002",
            "Is declined",
            List.of("pm_card_chargeDeclined", "pm_card_visa_chargeDeclined"),
            new PaymentError("card_declined", "generic_decline", "Your card was declined.", null),
            false),
    INSUFFICIENT(
            "4000000000009995",
            "Insufficient funds",
            List.of("pm_card_chargeDeclinedInsufficientFunds", "pm_card_visa_chargeDeclinedInsufficientFunds"),
            new PaymentError("card_declined", "insufficient_funds", "Your card has insufficient funds.", null),
            false),
    EXPIRED(
            "4000000000000069",
            "Has expired",
            List.of("pm_card_chargeDeclinedExpiredCard"),
            new PaymentError("expired_card", null, "Your card has expired.", null),
            false),
    WRONG_CVC(
            "4000000000000127",
            "Wrong security code",
            List.of("pm_card_chargeDeclinedIncorrectCvc"),
            new PaymentError("incorrect_cvc", null, "Your card's security code is incorrect.", null),
            false),
    CHALLENGE_ON_SETUP(
            "4000002500003155", "Asks for 3-D Secure", List.of("pm_card_authenticationRequiredOnSetup"), null, true),
    CHALLENGE(
            "4000000000003220",
            "Always asks for 3-D Secure",
            List.of("pm_card_threeDSecure2Required", "pm_card_authenticationRequired"),
            null,
            true),
    CHALLENGE_THEN_DECLINED(
            "4000008400001629",
            "3-D Secure, then declined",
            List.of("pm_card_threeDSecureRequiredChargeDeclined"),
            new PaymentError("card_declined", "generic_decline", "Your card was declined.", null),
            true);

    /** What test mode says to a real card, or to a made-up one. */
    static final PaymentError NOT_A_TEST_CARD = new PaymentError(
            "card_declined",
            "test_mode_live_card",
            "Your card was declined. Your request was in test mode, but used a non test card.",
            null);

    private final String number;
    private final String label;
    private final List<String> methods;
    private final @Nullable PaymentError refusal;
    private final boolean challenges;

    TestCard(String number, String label, List<String> methods, @Nullable PaymentError refusal, boolean challenges) {
        this.number = number;
        this.label = label;
        this.methods = methods;
        this.refusal = refusal;
        this.challenges = challenges;
    }

    String number() {
        return number;
    }

    String label() {
        return label;
    }

    String method() {
        return methods.getFirst();
    }

    String lastFour() {
        return number.substring(12);
    }

    String brand() {
        return number.startsWith("5") ? "mastercard" : "visa";
    }

    Optional<PaymentError> refusal() {
        return Optional.ofNullable(refusal);
    }

    boolean challenges() {
        return challenges;
    }

    static Optional<TestCard> ofNumber(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    static Optional<TestCard> ofMethod(String method) {
        return Arrays.stream(values())
                .filter(card -> card.methods.contains(method))
                .findFirst();
    }

    /** The check digit rule of all cards. */
    static boolean luhn(String number) {
        if (!number.matches("\\d{12,19}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
