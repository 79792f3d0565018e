package io.sampan.outside.marketplace;

import java.util.Locale;
import java.util.Map;

/**
 * A text as the marketplace gives it.
 *
 * @param chinese the original
 * @param translations the marketplace's own translations by ISO 639 language, such as {@code en}; may be empty
 */
public record Words(String chinese, Map<String, String> translations) {
    public Words {
        translations = Map.copyOf(translations);
    }

    public static Words chinese(String text) {
        return new Words(text, Map.of());
    }

    /** The text in this language if the marketplace translated it, else the Chinese original. */
    public String in(Locale locale) {
        return translations.getOrDefault(locale.getLanguage(), chinese);
    }

    /** Whether {@link #in} answers in the language itself. */
    public boolean speaks(Locale locale) {
        return locale.getLanguage().equals("zh") || translations.containsKey(locale.getLanguage());
    }
}
