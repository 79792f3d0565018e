package io.sampan.money.proof;

import io.sampan.money.amount.Money;
import java.time.LocalDate;

/**
 * What we owed to all shoppers in one currency when a day ended, as it is published.
 *
 * @param day of UTC
 * @param root of the tree, SHA-256 in hexadecimal digits
 * @param total of all leaves
 * @param leaves how many there are
 */
public record ProvedDay(LocalDate day, String root, Money total, int leaves) {}
