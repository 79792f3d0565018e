package io.sampan.money.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param minor in the currency's smallest unit by ISO 4217 (cents for EUR, fen for CNY, whole yen for JPY); may be negative
 * @param currency by ISO 4217
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    public static final Currency CNY = Currency.getInstance("CNY");

    /** An amount in minor units of the currency with this ISO 4217 code. */
    public static Money of(long minor, String code) {
        return new Money(minor, Currency.getInstance(code));
    }

    /** An amount of fen: 100 make a yuan. */
    public static Money fen(long fen) {
        return new Money(fen, CNY);
    }

    /** Nothing of a currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * A decimal amount such as "18.50".
     *
     * @throws ArithmeticException when it has more decimals than the currency
     */
    public static Money ofDecimal(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    /** A decimal amount rounded half up to the currency's smallest unit. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return ofDecimal(amount.setScale(digits, RoundingMode.HALF_UP), currency);
    }

    /** In the currency's main unit: 1850 minor units of EUR are 18.50. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /** This amount times a factor, rounded half up to the smallest unit. */
    public Money times(BigDecimal factor) {
        return rounded(decimal().multiply(factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** The smaller of two amounts of one currency. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of two amounts of one currency. */
    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** @throws IllegalArgumentException when the currencies differ */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    /** For logs and tests, such as "EUR 18.50"; people see {@code Texts.money}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + decimal().toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot join " + this + " and " + other);
        }
        return other;
    }
}
