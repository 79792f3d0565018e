package io.sampan.simulators.wallet;

import java.util.Arrays;
import java.util.Optional;

/** What a test shopper pays with: each purse behaves always in the same way. */
public enum Purse {
    /** Pays at once. */
    BALANCE("balance"),
    /** The bank asks for a code first: {@link #CODE}. */
    BANK_CARD("bank-card"),
    /** Has not enough on it. */
    EMPTY_CARD("empty-card");

    /** The code that the bank sends. */
    public static final String CODE = "246810";

    private final String word;

    Purse(String word) {
        this.word = word;
    }

    /** Its name in forms. */
    public String word() {
        return word;
    }

    /** By its name in forms. */
    public static Optional<Purse> of(String word) {
        return Arrays.stream(values()).filter(purse -> purse.word.equals(word)).findFirst();
    }
}
