package io.sampan.outside.customs;

import io.sampan.money.amount.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one parcel brings into a country.
 *
 * @param country ISO 3166 code of the destination, such as {@code DE}
 * @param region part of the country where rules differ, such as a province; null when unknown
 * @param lines at least one; all values in one currency
 * @param freight international freight, in the lines' currency
 * @param at the moment whose rules count
 */
public record Consignment(String country, @Nullable String region, List<Line> lines, Money freight, Instant at) {
    public Consignment {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A consignment of nothing");
        }
    }

    /**
     * @param category words that say what it is, Chinese or English; the heading is suggested from them where none is given
     * @param hs6 six digits of the Harmonized System; null when nobody classified it
     * @param value what was paid for all pieces of the line
     */
    public record Line(String category, @Nullable String hs6, Money value) {}

    /** What was paid for all goods. */
    public Money goods() {
        return lines.stream().map(Line::value).reduce(Money::plus).orElseThrow();
    }
}
