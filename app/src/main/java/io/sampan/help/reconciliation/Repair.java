package io.sampan.help.reconciliation;

import java.util.Locale;

/** What puts a discrepancy right. What runs by itself only has a room do again what it does anyhow, and may be done any number of times. */
public enum Repair {
    /** A person must find out. */
    NONE(false),
    /** The order's news are told again: plans what was not planned, ends what was not ended. */
    TELL_ORDER(true),
    TELL_PAYMENT(true),
    TELL_WAYBILLS(true),
    TELL_PACKED(true),
    /** Nobody waits for this money any more: the payment's page is closed. */
    CLOSE_PAYMENT(true),
    WAKE_PAYMENT(true),
    WAKE_REFUND(true),
    WAKE_PURCHASE(true),
    /** The purchase is read again at its marketplace. */
    REREAD_PURCHASE(true),
    REFILE_PURCHASE(true),
    WAKE_PARCEL(true),
    RESEND_EVENT(true),
    REFILE_PRODUCT(true),
    RETIRE_OFFER(true),
    DISCARD_CART(true),
    TAKE_OUT_OF_CART(true),
    /** Writes into the book, for good: a person says so. */
    BOOK_PAYMENT(false),
    BOOK_PURCHASE(false);

    private final boolean byItself;

    Repair(boolean byItself) {
        this.byItself = byItself;
    }

    /** Whether it is safe enough to run without anybody looking. */
    public boolean byItself() {
        return byItself;
    }

    /** Whether it names a cart, whose key is a secret that is written down nowhere. */
    boolean isSecret() {
        return this == DISCARD_CART || this == TAKE_OUT_OF_CART;
    }

    /** Whether a person can have it run. */
    public boolean canBeAsked() {
        return this != NONE && !isSecret();
    }

    /** Such as {@code tell-order}, the end of its text key. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
