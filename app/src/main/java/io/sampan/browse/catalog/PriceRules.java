package io.sampan.browse.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where doubt begins. Ratios are above 1.
 *
 * @param rise a price that rose by more is looked at twice
 * @param fall a price that fell to less than this part of it is looked at twice
 * @param lookAgainAfter a sudden price that is still there so much later is believed
 * @param alike two sources whose prices differ by no more say the same
 * @param apart two sources whose prices differ by more contradict each other
 * @param evidenceFor how long what one source said speaks for or against another, and how long a price must stand to outweigh one
 * @param spread a larger gap between an offer's own prices than this is none between variants
 * @param enough goods of a category that must be known before its range counts
 */
public record PriceRules(
        @DefaultValue("1.8") double rise,
        @DefaultValue("2.5") double fall,
        @DefaultValue("5m") Duration lookAgainAfter,
        @DefaultValue("1.35") double alike,
        @DefaultValue("1.6") double apart,
        @DefaultValue("1d") Duration evidenceFor,
        @DefaultValue("12") double spread,
        @DefaultValue("8") int enough) {
    /** What holds where nothing is set. */
    public static final PriceRules USUAL =
            new PriceRules(1.8, 2.5, Duration.ofMinutes(5), 1.35, 1.6, Duration.ofDays(1), 12, 8);

    public PriceRules {
        if (Math.min(Math.min(rise, fall), Math.min(alike, spread)) <= 1 || apart < alike) {
            throw new IllegalArgumentException("Ratios are above 1, and what is apart is not alike");
        }
    }
}
