package io.sampan.bench.people;

import java.util.Map;

/**
 * Where a shopper lives, and in which currency they count.
 *
 * @param country ISO 3166
 * @param currency ISO 4217
 */
public record Doorstep(String recipient, String street, String postcode, String city, String country, String currency) {
    public static final Doorstep BERLIN =
            new Doorstep("Anna Beispiel", "Kastanienallee 12", "10435", "Berlin", "DE", "EUR");
    public static final Doorstep LONDON =
            new Doorstep("James Sample", "21 Columbia Road", "E2 7RG", "London", "GB", "GBP");

    /** The fields of the address form. */
    Map<String, String> form() {
        return Map.of(
                "recipient", recipient,
                "street", street,
                "postcode", postcode,
                "city", city,
                "country", country,
                "phone", country.equals("GB") ? "+44 20 7946 0000" : "+49 30 901820");
    }
}
