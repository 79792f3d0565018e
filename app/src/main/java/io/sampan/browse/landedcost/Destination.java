package io.sampan.browse.landedcost;

import org.jspecify.annotations.Nullable;

/**
 * Where the goods go, as exactly as the price needs to know; no address.
 *
 * @param country ISO 3166 code of two capital letters
 * @param region state or province by ISO 3166-2 without the country, such as {@code BC}; null when unknown
 */
public record Destination(String country, @Nullable String region) {
    public Destination {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("Not a country's code: " + country);
        }
    }

    public static Destination country(String code) {
        return new Destination(code, null);
    }
}
