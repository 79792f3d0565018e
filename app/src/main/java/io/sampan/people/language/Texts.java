package io.sampan.people.language;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One window's words in one language, and numbers as people of one country write them: English for a shopper in London says
 * {@code £1,234.50} and {@code 22 Nov}, in New York {@code $1,234.50} and {@code Nov 22}. Immutable to its users and safe for many threads.
 */
public final class Texts {
    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
    private static final int MOST_MISSING = 1_000;
    private static final int GRAMS_OF_KILOGRAM = 1_000;

    private final Locale locale;
    private final ZoneId zone;
    private final Map<String, Phrase> phrases;
    private final Map<String, Boolean> missing = new ConcurrentHashMap<>();
    private final Map<Currency, LocalizedNumberFormatter> money = new ConcurrentHashMap<>();
    private final LocalizedNumberFormatter numbers;
    private final LocalizedNumberFormatter percents;
    private final LocalizedNumberFormatter grams;
    private final LocalizedNumberFormatter kilograms;
    private final RelativeDateTimeFormatter ages;
    private final ListFormatter lists;
    private final DateTimeFormatter days;
    private final DateTimeFormatter daysOfYears;
    private final DateTimeFormatter moments;

    Texts(Locale locale, ZoneId zone, Map<String, Phrase> phrases) {
        this.locale = locale;
        this.zone = zone;
        this.phrases = phrases;
        var ours = ULocale.forLocale(locale);
        this.numbers = NumberFormatter.withLocale(ours);
        this.percents = numbers.unit(MeasureUnit.PERCENT).precision(Precision.maxFraction(1));
        this.grams = numbers.unit(MeasureUnit.GRAM).precision(Precision.integer());
        this.kilograms = numbers.unit(MeasureUnit.KILOGRAM).precision(Precision.maxFraction(2));
        this.ages = RelativeDateTimeFormatter.getInstance(ours);
        this.lists = ListFormatter.getInstance(ours);
        var patterns = DateTimePatternGenerator.getInstance(ours);
        this.days = dates(patterns.getBestPattern("MMMd"));
        this.daysOfYears = dates(patterns.getBestPattern("yMMMd"));
        this.moments = dates(patterns.getBestPattern(locale.getCountry().equals("US") ? "MMMdjm" : "MMMdHm"));
    }

    /** Not {@link DateTimeFormatter#ofLocalizedPattern}: its first uses fail when two threads make them at once (JDK 25). */
    private DateTimeFormatter dates(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone);
    }

    public Locale locale() {
        return locale;
    }

    /** For the {@code lang} attribute of a page. */
    public String tag() {
        return locale.getLanguage().equals("zh") ? "zh-Hans" : locale.getLanguage();
    }

    /** Whether the bundle has this key: for keys that are made of a code from outside. */
    public boolean knows(String key) {
        return phrases.containsKey(key);
    }

    /** The text of a key without values. A key that no bundle has is answered by itself; a test finds such keys before a person does. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** @param namesAndValues by turns the name of a value in the text and the value */
    public String say(String key, Object... namesAndValues) {
        var values = HashMap.<String, Object>newHashMap(namesAndValues.length / 2);
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return say(key, values);
    }

    public String say(String key, Map<String, Object> values) {
        var phrase = phrases.get(key);
        if (phrase == null) {
            if (missing.size() < MOST_MISSING && missing.putIfAbsent(key, true) == null) {
                LOG.error("No text {} in {}", key, locale);
            }
            return key;
        }
        return phrase.speak(values, this::shown);
    }

    /** An amount with its currency's sign: {@code €1,234.50}, {@code CN¥18.50}. */
    public String money(Money amount) {
        return money.computeIfAbsent(
                        amount.currency(),
                        currency -> numbers.unit(com.ibm.icu.util.Currency.getInstance(currency.getCurrencyCode())))
                .format(amount.decimal())
                .toString();
    }

    public String number(long number) {
        return numbers.format(number).toString();
    }

    /** @param hundredths of a whole: 5 is 5 % */
    public String percent(BigDecimal hundredths) {
        return percents.format(hundredths).toString();
    }

    /** Grams below a kilogram, kilograms from there on. */
    public String weight(long ofGrams) {
        return ofGrams < GRAMS_OF_KILOGRAM
                ? grams.format(ofGrams).toString()
                : kilograms.format(BigDecimal.valueOf(ofGrams, 3)).toString();
    }

    /** Day and month, such as "22 Nov". */
    public String day(LocalDate date) {
        return days.format(date);
    }

    /** Day and month where the shopper is. */
    public String day(Instant at) {
        return days.format(at.atZone(zone));
    }

    /** Day, month and year where the shopper is. */
    public String dayOfYear(Instant at) {
        return daysOfYears.format(at.atZone(zone));
    }

    /** Day, month and time where the shopper is. */
    public String moment(Instant at) {
        return moments.format(at.atZone(zone));
    }

    /** How long ago, in the widest unit that says something: "3 minutes ago", "now" within a minute. */
    public String ago(Instant then, Instant now) {
        var age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return ages.format(Direction.PLAIN, RelativeDateTimeFormatter.AbsoluteUnit.NOW);
        }
        if (age.toHours() < 1) {
            return ages.format(age.toMinutes(), Direction.LAST, RelativeUnit.MINUTES);
        }
        return age.toDays() < 1
                ? ages.format(age.toHours(), Direction.LAST, RelativeUnit.HOURS)
                : ages.format(age.toDays(), Direction.LAST, RelativeUnit.DAYS);
    }

    /** "red, blue and green". */
    public String list(Collection<String> words) {
        return lists.format(words);
    }

    /** @param code ISO 3166 */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    public String currency(Currency currency) {
        return currency.getDisplayName(locale);
    }

    private String shown(Object value) {
        return switch (value) {
            case Money amount -> money(amount);
            case Integer number -> number(number);
            case Long number -> number(number);
            case LocalDate date -> day(date);
            case Instant at -> day(at);
            case Object other -> String.valueOf(other);
        };
    }
}
