package io.sampan.deliver.warehouse;

import java.util.Locale;

/**
 * Why an item was rejected.
 *
 * @param words of the person who looked, 1 to {@value #MOST_WORDS} characters
 */
public record Defect(Kind kind, String words) {
    /** Characters. */
    public static final int MOST_WORDS = 500;

    /** Each has a text {@code defect.<name in lower case with hyphens>}. */
    public enum Kind {
        WRONG_ITEM,
        WRONG_COLOUR,
        WRONG_SIZE,
        TOO_FEW,
        DAMAGED,
        DIRTY,
        FAKE,
        FORBIDDEN,
        OTHER;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Defect {
        words = words.strip();
        if (words.isEmpty() || words.length() > MOST_WORDS) {
            throw new IllegalArgumentException("A defect is told in 1 to " + MOST_WORDS + " characters");
        }
    }
}
