package io.sampan.money.ledger;

/**
 * What was ever debited and credited, and what is held to be debited, all in minor units and never below zero.
 */
record Totals(long debits, long credits, long held) {
    static final Totals NONE = new Totals(0, 0, 0);

    /** What is missing for these to be allowed; zero or less when nothing is. */
    long lacking() {
        return Math.subtractExact(Math.addExact(debits, held), credits);
    }

    /** After one posting: a debit is positive. */
    Totals after(long minor) {
        return minor > 0
                ? new Totals(Math.addExact(debits, minor), credits, held)
                : new Totals(debits, Math.subtractExact(credits, minor), held);
    }

    Totals holding(long more) {
        return new Totals(debits, credits, Math.addExact(held, more));
    }
}
