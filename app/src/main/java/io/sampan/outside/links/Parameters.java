package io.sampan.outside.links;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a link.
 *
 * @param raw as written
 * @param values by lower-case name, decoded once; the different ones of a name, without empty ones
 */
record Parameters(String raw, Map<String, Set<String>> values) {
    private static final int MOST = 100;
    private static final String ESCAPED_AMPERSAND = "amp;";

    /** Nothing is taken from more than 100 of them, since nobody shares such a link. */
    static Parameters of(String raw) {
        var pairs = raw.split("&", MOST + 1);
        var values = new HashMap<String, Set<String>>();
        for (var pair : pairs.length > MOST ? new String[0] : pairs) {
            // Editors escape a link's equals sign, or the ampersand before a name.
            var whole = pair.indexOf('=') < 0 ? decoded(pair) : pair;
            int equals = whole.indexOf('=');
            if (equals > 0) {
                var name = decoded(whole.substring(0, equals)).toLowerCase(Locale.ROOT);
                var value = trimmed(decoded(whole.substring(equals + 1)));
                add(values, name.startsWith(ESCAPED_AMPERSAND) ? name.substring(4) : name, value);
            }
        }
        return new Parameters(raw, Map.copyOf(values));
    }

    private static void add(Map<String, Set<String>> values, String name, String value) {
        if (!value.isEmpty()) {
            values.computeIfAbsent(name, first -> new LinkedHashSet<>()).add(value);
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The one value that these names have; nothing where they have none, or several that contradict each other. */
    Optional<String> one(List<String> names) {
        var all = new LinkedHashSet<String>();
        names.forEach(name -> all.addAll(values.getOrDefault(name, Set.of())));
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** All that is written behind a name, further parameters included: so agents' pages read a link that nobody encoded. */
    Optional<String> allBehind(String name) {
        var lower = raw.toLowerCase(Locale.ROOT);
        int at = lower.startsWith(name + "=") ? 0 : lower.indexOf("&" + name + "=") + 1;
        return at > 0 || lower.startsWith(name + "=")
                ? Optional.of(raw.substring(at + name.length() + 1))
                : Optional.empty();
    }

    /** Without the spaces around it, but with every other character that does not belong there. */
    private static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && value.charAt(from) == ' ') {
            from++;
        }
        while (to > from && value.charAt(to - 1) == ' ') {
            to--;
        }
        return value.substring(from, to);
    }

    /** Empty where it is wrongly encoded. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
