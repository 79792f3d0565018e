package io.sampan.outside.marketplace;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A link as somebody pasted it, taken apart by hand: what browsers accept, {@link URI} often refuses. Links that name a user or an unusual
 * port are refused, since they are made to look like something that they are not.
 *
 * @param host in lower case
 * @param path as written, at least a slash
 * @param query parameters by lower-case name, decoded; the first of a name counts
 * @param fragment parameters behind a question mark in the fragment, alike
 */
record PastedLink(String text, String host, String path, Map<String, String> query, Map<String, String> fragment) {
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"'\\p{IsHan}「」【】（）《》，。！￥]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile("(?i)https?://([^/?#\\\\]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");
    private static final Pattern AUTHORITY = Pattern.compile("([a-z0-9][a-z0-9.-]*[a-z0-9])(?::(80|443))?");
    private static final int PARAMETERS = 60;

    /** The text of the first link in a text. */
    static Optional<String> firstIn(String text) {
        return LINK.matcher(text).results().map(found -> found.group()).findFirst();
    }

    /** The first links in a text that can be taken apart. */
    static Stream<PastedLink> allIn(String text, int most) {
        return LINK.matcher(text).results().limit(most).flatMap(found -> of(found.group()).stream());
    }

    static Optional<PastedLink> of(String link) {
        var parts = PARTS.matcher(link);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var authority = AUTHORITY.matcher(parts.group(1).toLowerCase(Locale.ROOT));
        if (!authority.matches()) {
            return Optional.empty();
        }
        var path = parts.group(2).isEmpty() ? "/" : parts.group(2);
        return Optional.of(new PastedLink(
                link, authority.group(1), path, parameters(parts.group(3)), parameters(afterMark(parts.group(4)))));
    }

    /** Whether the host is this one or lies below it. */
    boolean at(String name) {
        return host.equals(name) || host.endsWith("." + name);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** As a URI, if it can be one. */
    Optional<URI> uri() {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException odd) {
            return Optional.empty();
        }
    }

    private static String afterMark(@Nullable String fragment) {
        int mark = fragment == null ? -1 : fragment.indexOf('?');
        return fragment == null || mark < 0 ? "" : fragment.substring(mark + 1);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var found = new HashMap<String, String>();
        for (var pair : (query == null ? "" : query).split("&", PARAMETERS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                var name = pair.substring(0, equals).toLowerCase(Locale.ROOT);
                found.putIfAbsent(name, decoded(pair.substring(equals + 1)));
            }
        }
        return Map.copyOf(found);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
