package io.sampan.money.exchange;

import java.time.LocalDate;
import java.util.Currency;

/** What became of a file of reference rates. */
public sealed interface Publishing {
    /** @param newest the latest day that is known now; of which day it was, and of each other, what was known before stays */
    record Kept(LocalDate newest) implements Publishing {}

    /** A rate is too far from the last one to be believed; nothing of the file was kept. */
    record Doubtful(Currency currency, LocalDate day) implements Publishing {}

    /** It is no file of reference rates. */
    record Unreadable(String why) implements Publishing {}
}
