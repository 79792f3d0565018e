package io.sampan.people.language;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to people's languages. Bundles are {@code text/<window>_<language>.properties} in UTF-8 with ICU messages; the languages,
 * countries and currencies offered are settings, so nothing that a visitor sends makes more than a bounded number of them.
 */
@Component
public class Languages {
    /** Where a country has several zones, the one that most of its people live in. Source: IANA time zone database, zone1970.tab. */
    private static final Map<String, String> BUSIEST_ZONE = Map.of(
            "US", "America/New_York",
            "CA", "America/Toronto",
            "AU", "Australia/Sydney",
            "BR", "America/Sao_Paulo",
            "MX", "America/Mexico_City",
            "NZ", "Pacific/Auckland",
            "ES", "Europe/Madrid",
            "PT", "Europe/Lisbon",
            "ID", "Asia/Jakarta",
            "DE", "Europe/Berlin");

    /** Where English is written as at home; elsewhere as in Ireland, whose way the European Union takes: €1,234.50, 1.5 kg, 22 Nov. */
    private static final Set<String> SPEAK_ENGLISH = Set.of("AU", "CA", "GB", "IE", "MY", "NZ", "SG", "US");

    private static final String EUROPE = "IE";
    private static final int LONGEST_HEADER = 200;

    private final LanguageSettings settings;
    private final Map<String, Texts> texts = new ConcurrentHashMap<>();

    Languages(LanguageSettings settings) {
        this.settings = settings;
    }

    /** ISO 639 codes, the first is the one for who speaks none of them. */
    public List<String> offered() {
        return settings.offered();
    }

    /** ISO 3166 codes in the order in which a speaker of this language looks them up. */
    public List<String> countries(Locale locale) {
        var order = Collator.getInstance(ULocale.forLocale(locale));
        return settings.countries().stream()
                .sorted(Comparator.comparing(code -> Locale.of("", code).getDisplayCountry(locale), order::compare))
                .toList();
    }

    /** The country of who does not say where they are. */
    public String usualCountry() {
        return settings.countries().getFirst();
    }

    public List<Currency> currencies() {
        return settings.currencies();
    }

    /**
     * One window's words.
     *
     * @param window such as {@code storefront}: a bundle of this name is there in every language
     * @param language ISO 639; one that is not offered becomes the first offered
     * @param country ISO 3166; one that is not offered becomes the first offered
     */
    public Texts in(String window, String language, String country) {
        var spoken = language(language).orElseGet(() -> settings.offered().getFirst());
        var place = country(country).orElseGet(this::usualCountry);
        return texts.computeIfAbsent(
                window + "_" + spoken + "_" + place,
                key -> new Texts(locale(spoken, place), zone(place), phrases(window, Locale.of(spoken))));
    }

    /** The offered language of this code, in any capitals and with any region behind it. */
    public Optional<String> language(@Nullable String code) {
        return code == null
                ? Optional.empty()
                : settings.offered().stream()
                        .filter(Locale.forLanguageTag(code).getLanguage()::equals)
                        .findFirst();
    }

    /** The offered country of this code, in any capitals. */
    public Optional<String> country(@Nullable String code) {
        return settings.countries().stream()
                .filter(offered -> offered.equalsIgnoreCase(code))
                .findFirst();
    }

    public Optional<Currency> currency(@Nullable String code) {
        return settings.currencies().stream()
                .filter(offered -> offered.getCurrencyCode().equalsIgnoreCase(code))
                .findFirst();
    }

    /** The currency to begin with in a country: its own if it is offered. */
    public Currency currencyOf(String country) {
        return Optional.ofNullable(Currency.getInstance(Locale.of("", country)))
                .filter(settings.currencies()::contains)
                .orElseGet(() -> settings.currencies().getFirst());
    }

    /** The first offered language that a browser's {@code Accept-Language} (RFC 9110) names, by its weights. */
    public Optional<String> languageOf(@Nullable String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .map(range -> language(range.getRange()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The first offered country that a browser's {@code Accept-Language} names: {@code de-AT} is Austria; {@code de} names none. */
    public Optional<String> countryOf(@Nullable String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .map(range -> country(Locale.forLanguageTag(range.getRange()).getCountry()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Our Chinese is written in simplified characters, also where Chinese as such would be taken for traditional (as CLDR does for zh-US). */
    private static Locale locale(String language, String country) {
        if (language.equals("zh")) {
            return new Locale.Builder()
                    .setLanguage(language)
                    .setScript("Hans")
                    .setRegion(country)
                    .build();
        }
        return language.equals("en") && !SPEAK_ENGLISH.contains(country)
                ? Locale.of(language, EUROPE)
                : Locale.of(language, country);
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException notALanguageHeader) {
            return List.of();
        }
    }

    private static ZoneId zone(String country) {
        var busiest = BUSIEST_ZONE.get(country);
        if (busiest != null) {
            return ZoneId.of(busiest);
        }
        return TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
                .<ZoneId>map(ZoneId::of)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    private static Map<String, Phrase> phrases(String window, Locale language) {
        var lines = new Properties();
        var name = "/text/" + window + "_" + language.getLanguage() + ".properties";
        try (var stream = Languages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("No bundle " + name);
            }
            lines.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var phrases = new HashMap<String, Phrase>();
        lines.stringPropertyNames().forEach(key -> phrases.put(key, Phrase.of(lines.getProperty(key), language)));
        return Map.copyOf(phrases);
    }
}
