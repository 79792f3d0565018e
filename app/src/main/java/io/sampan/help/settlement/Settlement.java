package io.sampan.help.settlement;

import io.sampan.money.amount.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One day at one gateway, from both sides.
 *
 * @param day UTC
 * @param until when less than the whole day was compared, since the gateway tells of the rest later; else its end
 * @param told by how much our account there grew, as the gateway says, by currency
 * @param booked the same as our book says
 * @param fees what the gateway kept, and our book does not know yet
 * @param differences what else one side knows otherwise or not at all; movements that the other side knows on the day before or after are none
 */
public record Settlement(
        String gateway,
        LocalDate day,
        Instant until,
        List<Money> told,
        List<Money> booked,
        List<Fee> fees,
        List<Difference> differences) {
    public Settlement {
        told = List.copyOf(told);
        booked = List.copyOf(booked);
        fees = List.copyOf(fees);
        differences = List.copyOf(differences);
    }

    /** Whether neither side knows of any movement. */
    public boolean isEmpty() {
        return told.isEmpty() && booked.isEmpty();
    }

    /** By currency. */
    public List<Money> feeSums() {
        return Sums.of(fees.stream().map(Fee::amount));
    }

    /**
     * @param key of the payment or refund
     * @param subject whose story it belongs to, as the book says
     * @param amount below zero for a fee that was given back
     */
    public record Fee(String key, String subject, Money amount) {}

    /**
     * @param key of the payment, refund, payout or dispute
     * @param told zero when the gateway knows nothing of it
     * @param booked zero when the book knows nothing of it
     */
    public record Difference(String key, Money told, Money booked) {}
}
