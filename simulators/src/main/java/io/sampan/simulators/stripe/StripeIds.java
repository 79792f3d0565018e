package io.sampan.simulators.stripe;

import java.security.SecureRandom;

/** Ids in Stripe's looks: a prefix and base-62 characters. */
final class StripeIds {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    String id(String prefix) {
        return prefix + "_3" + some(23);
    }

    String session() {
        return "cs_test_a1" + some(56);
    }

    String request() {
        return "req_" + some(14);
    }

    String secret(String id) {
        return id + "_secret_" + some(25);
    }

    private String some(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
