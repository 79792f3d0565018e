package io.sampan.buy.invoice;

import io.sampan.money.amount.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/**
 * One paper of an order. It never changes; what changes the order's money makes another.
 *
 * @param number of the whole installation, without gaps
 * @param cause what it was issued for: the order, a payment, a refund
 * @param amount above zero; a credit note takes it off
 */
public record Invoice(long number, Kind kind, UUID order, UUID cause, Money amount, Seller seller, Instant issuedAt) {
    public enum Kind {
        /** The order as it was placed. */
        INVOICE,
        /** What was paid on top, or what a credit note took off and could not be given back. */
        SUPPLEMENT,
        /** What was given back. */
        CREDIT_NOTE
    }

    /** Who sold, as it was when the paper was issued. */
    public record Seller(String name, String address, String taxId) {}

    /** Such as 2026-000042: the year in which it was issued, and the number. */
    public String label() {
        int year = issuedAt.atOffset(ZoneOffset.UTC).getYear();
        return String.format(Locale.ROOT, "%d-%06d", year, number);
    }
}
