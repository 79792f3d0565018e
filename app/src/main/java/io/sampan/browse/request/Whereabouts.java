package io.sampan.browse.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a link says that the goods are. Nobody fetches it; a person reads the host before they open it.
 *
 * @param link an address of the web; null where it is none
 * @param host that a browser would ask, in small letters; empty where there is none
 * @param doubtful whether somebody may want it to be taken for another address: it names a marketplace and is not that marketplace's, hides its host
 *     behind a name, port or number, or writes it in letters that look like others. Shown as text only, never as a link
 */
public record Whereabouts(@Nullable URI link, String host, boolean doubtful) {
    private static final Whereabouts NOWHERE = new Whereabouts(null, "", false);

    /** An address with a name that the world knows, and nothing beside it. */
    private static final Pattern PLAIN = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,24}");

    private static final Pattern SPELT_OTHERWISE = Pattern.compile("(?:^|.*\\.)xn--.*");

    /** Names of marketplaces, whose own pages are recognised or at least end so. Source: docs/sources/links.md. */
    private static final Pattern BORROWED = Pattern.compile(
            "taobao|tmall|1688|alibaba|alicdn|(?:^|[.-])jd[.-]|jingdong|pinduoduo|yangkeduo|weidian|youshop|goofish|xianyu");

    private static final Pattern OWN = Pattern.compile(
            "(?:.*\\.)?(?:taobao\\.com|tmall\\.com|tmall\\.hk|1688\\.com|alibaba\\.com|jd\\.com|jd\\.hk"
                    + "|yiyaojd\\.com|pinduoduo\\.com|yangkeduo\\.com|weidian\\.com|youshop10\\.com|goofish\\.com|xianyu\\.com)");

    /** Of a link as it was given; judged by itself alone, whatever else may be read into it. */
    public static Whereabouts of(String link) {
        return link.isBlank() ? NOWHERE : unknown(link);
    }

    private static Whereabouts unknown(String text) {
        return parsed(text).map(Whereabouts::judged).orElseGet(() -> new Whereabouts(null, "", true));
    }

    private static Whereabouts judged(URI link) {
        var host = host(link);
        boolean hidden = link.getRawUserInfo() != null
                || link.getPort() >= 0
                || !PLAIN.matcher(host).matches()
                || SPELT_OTHERWISE.matcher(host).matches();
        boolean borrowed = BORROWED.matcher(host).find() && !OWN.matcher(host).matches();
        return new Whereabouts(link, host, hidden || borrowed);
    }

    private static Optional<URI> parsed(String text) {
        try {
            var link = new URI(text);
            boolean web = "https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme());
            return web && link.getHost() != null ? Optional.of(link) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static String host(URI link) {
        return link.getHost() == null ? "" : link.getHost().toLowerCase(Locale.ROOT);
    }
}
