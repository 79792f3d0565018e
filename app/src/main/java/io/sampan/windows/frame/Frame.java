package io.sampan.windows.frame;

import io.sampan.money.amount.Money;
import io.sampan.people.language.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the layout of a page needs to know, and what every template asks it.
 *
 * @param path of this page with its query, to come back to
 * @param cartCount pieces in the cart, as the browser was last told
 * @param assets gives the address of a static file by its name
 * @param now the moment for which the page is made
 */
public record Frame(
        Texts texts, Visitor visitor, String path, int cartCount, UnaryOperator<String> assets, Instant now) {
    private static final String LANGUAGE = "lang=";

    /** The end of the text keys that are made of such a code, and its class on a page: {@code sold-out}. The same on a machine that speaks Turkish. */
    public static String slug(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text of a key without values. */
    public String say(String key) {
        return texts.say(key);
    }

    /** @param namesAndValues by turns the name of a value in the text and the value */
    public String say(String key, Object... namesAndValues) {
        return texts.say(key, namesAndValues);
    }

    /** The texts of such codes, one after the other as the language lists things. @param keys what their text keys begin with */
    public String list(String keys, Collection<? extends Enum<?>> codes) {
        return texts.list(
                codes.stream().sorted().map(code -> say(keys + slug(code))).toList());
    }

    public String money(Money amount) {
        return texts.money(amount);
    }

    /** How long before this page was made. */
    public String ago(Instant then) {
        return texts.ago(then, now);
    }

    /** The day so many days after this page was made, where the visitor is. */
    public String dayIn(int days) {
        return texts.day(now.plus(Duration.ofDays(days)));
    }

    public String asset(String name) {
        return assets.apply(name);
    }

    public String csrf() {
        return visitor.csrf();
    }

    /** This very page in another language: its address again, with all that it asks for. */
    public String inLanguage(String language) {
        int query = path.indexOf('?');
        var asked = query < 0
                ? Stream.<String>empty()
                : Arrays.stream(path.substring(query + 1).split("&"));
        return Stream.concat(
                        asked.filter(pair -> !pair.isEmpty() && !pair.startsWith(LANGUAGE)),
                        Stream.of(LANGUAGE + language))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** This page's path as a value of another address. */
    public String back() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
