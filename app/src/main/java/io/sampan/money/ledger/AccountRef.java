package io.sampan.money.ledger;

import java.util.Locale;
import java.util.UUID;

/**
 * An account: what kind of money it holds, and whose. It exists from its first posting on, in as many currencies as were posted to it.
 *
 * @param subject within its kind, such as a gateway's name or an order's id; 1 to 100 characters
 */
public record AccountRef(Kind kind, String subject) {
    private static final int LONGEST_SUBJECT = 100;

    /** What a positive balance of an account means. */
    public enum Kind {
        /** Money that a payment gateway holds for us. */
        GATEWAY,
        /** Negative while we hold a shopper's money for an order. */
        SHOPPER_FUNDS,
        /** Negative by what a shopper has to spend, by account; never spent below nothing. */
        SHOPPER_BALANCE,
        /** Negative by what a coupon has left to spend; never spent below nothing. */
        COUPON,
        /** Where money of one currency is changed for another: in each currency, what was taken less what was given. */
        EXCHANGE,
        /** What running the shop cost. */
        EXPENSE,
        /** What was bought for shoppers. */
        COST,
        /** Negative by what was paid, or is to be paid, to a marketplace. */
        SUPPLIER,
        /** Negative by what was paid, or is to be paid, to a carrier. */
        CARRIER,
        /** Negative by what we earned. */
        INCOME;

        /** Whether nobody may spend more of it than was put in: what was debited and what is held never exceed what was credited. */
        public boolean isLimited() {
            return switch (this) {
                case SHOPPER_BALANCE, COUPON -> true;
                case GATEWAY, SHOPPER_FUNDS, EXCHANGE, EXPENSE, COST, SUPPLIER, CARRIER, INCOME -> false;
            };
        }
    }

    public AccountRef {
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("An account's subject has 1 to " + LONGEST_SUBJECT + " characters");
        }
    }

    /** Clearing account of a payment gateway, by its name. */
    public static AccountRef gateway(String name) {
        return new AccountRef(Kind.GATEWAY, name);
    }

    /** What a shopper paid in and we have not yet earned or given back, by order. */
    public static AccountRef shopperFunds(UUID order) {
        return new AccountRef(Kind.SHOPPER_FUNDS, order.toString());
    }

    /** What a shopper has to spend, by their account. */
    public static AccountRef shopperBalance(UUID account) {
        return new AccountRef(Kind.SHOPPER_BALANCE, account.toString());
    }

    /** What a coupon may spend, by its code. */
    public static AccountRef coupon(String code) {
        return new AccountRef(Kind.COUPON, code);
    }

    /** Liquidity for changing one currency into another, by who changes it. */
    public static AccountRef exchange(String source) {
        return new AccountRef(Kind.EXCHANGE, source);
    }

    public static AccountRef expense(String what) {
        return new AccountRef(Kind.EXPENSE, what);
    }

    public static AccountRef cost(String what) {
        return new AccountRef(Kind.COST, what);
    }

    public static AccountRef supplier(String marketplace) {
        return new AccountRef(Kind.SUPPLIER, marketplace);
    }

    public static AccountRef carrier(String name) {
        return new AccountRef(Kind.CARRIER, name);
    }

    public static AccountRef income(String part) {
        return new AccountRef(Kind.INCOME, part);
    }

    /** Such as "shopper-funds:0190...". */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + subject;
    }
}
