package io.sampan.outside.wire;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question to an outside service. It prints without query, headers and body, since these hold secrets and people's data.
 *
 * @param service the service's name; calls to one service share its turns, its breaker, its health and what an app may call
 * @param api the platform's name of what is called, each of which has an allowance of its own; empty where there is only one
 * @param looks whether it only looks or searches: a part of the day's calls is kept from these
 * @param limit longest wait for the whole answer; null means the usual
 * @param repeatable asking twice does no harm, so that a connection found broken may be replaced once
 */
public record Call(
        String service,
        String api,
        boolean looks,
        String method,
        URI uri,
        Map<String, String> headers,
        byte[] body,
        @Nullable Duration limit,
        boolean repeatable) {
    private static final byte[] NOTHING = {};

    public Call {
        headers = Map.copyOf(headers);
    }

    /** Reads; repeatable. */
    public static Call get(String service, URI uri) {
        return new Call(service, "", false, "GET", uri, Map.of(), NOTHING, null, true);
    }

    /** Sends fields as an HTML form does, in UTF-8. */
    public static Call form(String service, URI uri, Map<String, String> fields) {
        var body = encoded(fields).getBytes(StandardCharsets.UTF_8);
        var type = Map.of("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
        return new Call(service, "", false, "POST", uri, type, body, null, false);
    }

    /** Sends a JSON document. */
    public static Call json(String service, URI uri, String document) {
        var type = Map.of("Content-Type", "application/json;charset=UTF-8");
        return new Call(service, "", false, "POST", uri, type, document.getBytes(StandardCharsets.UTF_8), null, false);
    }

    /** Says what is called. @param name the platform's */
    public Call of(String name) {
        return new Call(service, name, looks, method, uri, headers, body, limit, repeatable);
    }

    /** Says that it only looks or searches. */
    public Call looking() {
        return new Call(service, api, true, method, uri, headers, body, limit, repeatable);
    }

    public Call with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(service, api, looks, method, uri, more, body, limit, repeatable);
    }

    public Call within(Duration longest) {
        return new Call(service, api, looks, method, uri, headers, body, longest, repeatable);
    }

    /** Says that asking twice does no harm. */
    public Call askedTwiceDoesNoHarm() {
        return new Call(service, api, looks, method, uri, headers, body, limit, true);
    }

    /** Says that it must not be sent again as it stands, since it carries a number that is good for one time. */
    public Call once() {
        return new Call(service, api, looks, method, uri, headers, body, limit, false);
    }

    /** Fields as in a query or a form, in the order given. */
    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return service + " " + method + " " + uri.getHost() + uri.getPath();
    }
}
