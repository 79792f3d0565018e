package io.sampan.people.language;

import java.util.Currency;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param offered ISO 639 codes of the languages that every bundle speaks, the first is the one for who speaks none of them
 * @param countries ISO 3166 codes of where shoppers may say that they are, the first is the one for who does not say
 * @param currencies that prices can be shown and paid in, the first is the one for countries whose own is not among them
 */
@ConfigurationProperties(prefix = "sampan.language", ignoreUnknownFields = false)
record LanguageSettings(
        @DefaultValue({"en", "zh"}) List<String> offered,

        @DefaultValue({
            "DE", "AT", "AU", "BE", "CA", "CH", "CZ", "DK", "ES", "FI", "FR", "GB", "GR", "HU", "IE", "IT", "JP", "KR",
            "LU", "MY", "NL", "NO", "NZ", "PL", "PT", "RO", "SE", "SG", "SK", "US"
        })
        List<String> countries,

        @DefaultValue({
            "EUR", "AUD", "CAD", "CHF", "CNY", "CZK", "DKK", "GBP", "HUF", "JPY", "KRW", "MYR", "NOK", "NZD", "PLN",
            "RON", "SEK", "SGD", "USD"
        })
        List<Currency> currencies) {}
