package io.sampan.buy.ordering;

import java.security.SecureRandom;

/** Numbers that a person can read out: no letter looks like a digit or another letter, and no number tells how many orders there are. */
final class OrderNumber {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OrderNumber() {}

    /** Such as {@code SP-7F3K2Q}: one of 729 million, so that a repetition is rare but must be met. */
    static String next() {
        var number = new StringBuilder("SP-");
        for (int i = 0; i < LENGTH; i++) {
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
