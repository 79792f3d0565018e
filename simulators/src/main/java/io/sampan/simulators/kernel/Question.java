package io.sampan.simulators.kernel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request as a simulated service sees it.
 *
 * @param method  upper-case HTTP method
 * @param path    decoded path, always starting with a slash, without the query
 * @param query   decoded query parameters; of a repeated name the last value
 * @param headers header names in lower case; of a repeated name the first value
 * @param body    the raw bytes, at most {@link Service#UPLOAD_LIMIT}
 */
public record Question(
        String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A header by lower-case name, or the empty string. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The url-encoded body; of a repeated name the last value. */
    public Map<String, String> form() {
        return lastOf(formPairs());
    }

    /**
     * The url-encoded body in wire order, repeated names and all, so that {@code a[]=1&a[]=2} and {@code a[b]=c} can be
     * read as the service at hand reads them. A part that cannot be decoded is taken as it stands.
     */
    public List<Map.Entry<String, String>> formPairs() {
        return pairs(text());
    }

    static List<Map.Entry<String, String>> pairs(String encoded) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (String part : encoded.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            if (!name.isEmpty()) {
                pairs.add(new SimpleImmutableEntry<>(name, equals < 0 ? "" : decoded(part.substring(equals + 1))));
            }
        }
        return pairs;
    }

    static Map<String, String> lastOf(List<Map.Entry<String, String>> pairs) {
        var map = new LinkedHashMap<String, String>();
        pairs.forEach(pair -> map.put(pair.getKey(), pair.getValue()));
        return map;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return part;
        }
    }
}
