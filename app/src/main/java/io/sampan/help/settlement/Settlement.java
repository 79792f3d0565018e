package io.sampan.help.settlement;

import io.sampan.money.amount.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * One day at one gateway, from both sides.
 *
 * @param day UTC
 * @param told by how much our account there grew, as the gateway says, by currency
 * @param booked the same as our book says
 * @param differences what one side knows otherwise or not at all; movements that the other side knows on the day before or after are none
 */
public record Settlement(
        String gateway, LocalDate day, List<Money> told, List<Money> booked, List<Difference> differences) {
    public Settlement {
        told = List.copyOf(told);
        booked = List.copyOf(booked);
        differences = List.copyOf(differences);
    }

    /**
     * @param key of the payment, refund, payout or dispute
     * @param told zero when the gateway knows nothing of it
     * @param booked zero when the book knows nothing of it
     */
    public record Difference(String key, Money told, Money booked) {}
}
