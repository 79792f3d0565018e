package io.sampan.simulators.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a simulated service answers.
 *
 * @param status  HTTP status
 * @param headers sent as given; Content-Length is added on the way out
 * @param body    the raw bytes
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    /** 200 with JSON. */
    public static Answer json(Object body) {
        return json(200, body);
    }

    /** JSON with a status. */
    public static Answer json(int status, Object body) {
        return of(status, "application/json; charset=utf-8", Json.bytes(body));
    }

    /** 200 with a page. */
    public static Answer html(String page) {
        return of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with a picture. */
    public static Answer svg(String picture) {
        return of(200, "image/svg+xml", picture.getBytes(StandardCharsets.UTF_8));
    }

    /** Plain text with a status. */
    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** 303 to another place, so that the browser always follows with GET. */
    public static Answer redirect(String to) {
        return new Answer(303, Map.of("Location", to), new byte[0]);
    }

    /** Any body of any type. */
    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    /** The same answer with one header more, or another value for it. */
    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    /** The same answer, which any cache may keep for that long. */
    public Answer cachedFor(Duration time) {
        return with("Cache-Control", "public, max-age=" + time.toSeconds());
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
