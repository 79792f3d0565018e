package io.sampan.outside.links;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A link as somebody pasted it, taken apart by hand: what browsers accept, {@link URI} often refuses. Links that name a user or an unusual
 * port, or that hold a backslash, are refused, since they are made to look like something that they are not.
 *
 * @param host in lower case
 * @param path as written, at least a slash
 * @param query its parameters
 * @param route what stands in the fragment before a question mark: pages made by script keep their path there
 * @param fragment parameters behind a question mark in the fragment
 */
record PastedLink(String text, String host, String path, Parameters query, String route, Parameters fragment) {
    private static final int LONGEST = 4000;
    private static final Pattern PARTS =
            Pattern.compile("(?i)https?://([^/?#\\\\]*)([^?#\\\\]*)(?:\\?([^#\\\\]*))?(?:#([^\\\\]*))?");
    private static final Pattern AUTHORITY =
            Pattern.compile("((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63})(?::(?:80|443))?");

    static Optional<PastedLink> of(String link) {
        var parts = PARTS.matcher(link);
        if (link.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        var authority = AUTHORITY.matcher(parts.group(1).toLowerCase(Locale.ROOT));
        if (!authority.matches()) {
            return Optional.empty();
        }
        var path = parts.group(2).isEmpty() ? "/" : parts.group(2);
        var fragment = text(parts.group(4));
        int mark = fragment.indexOf('?');
        return Optional.of(new PastedLink(
                link,
                authority.group(1),
                path,
                Parameters.of(text(parts.group(3))),
                mark < 0 ? fragment : fragment.substring(0, mark),
                Parameters.of(mark < 0 ? "" : fragment.substring(mark + 1))));
    }

    /** Whether the host is this one or lies below it. */
    boolean at(String name) {
        return host.equals(name) || host.endsWith("." + name);
    }

    /** As a URI, if it can be one. */
    Optional<URI> uri() {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException odd) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
