package io.sampan.outside.gateway.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers with recorded pieces, in order, and remembers what it was asked. */
final class CannedStripe implements AutoCloseable {
    private static final Path PIECES = Path.of("../docs/sources/stripe");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A question as it went over the wire. */
    record Asked(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> form,
            @Nullable String key,
            @Nullable String bearer,
            @Nullable String version) {}

    private record Canned(int status, byte[] body) {}

    private final HttpServer server;
    private final Deque<Canned> answers = new ArrayDeque<>();
    final List<Asked> asked = new ArrayList<>();

    CannedStripe() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    CannedStripe answers(int status, String piece) throws IOException {
        answers.add(new Canned(status, Files.readAllBytes(PIECES.resolve(piece + ".reply.json"))));
        return this;
    }

    CannedStripe answersText(int status, String body) {
        answers.add(new Canned(status, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** A recorded question, in the form in which {@link #asked} tells it. */
    static Asked question(String piece) throws IOException {
        var node = JSON.readTree(Files.readAllBytes(PIECES.resolve(piece + ".question.json")));
        return new Asked(
                node.get("method").asString(),
                node.get("path").asString(),
                map(node.get("query")),
                map(node.get("form")),
                node.has("key") ? node.get("key").asString() : null,
                "Bearer sk_test_1",
                "2026-07-29.dahlia");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                fields(exchange.getRequestURI().getRawQuery()),
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)),
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("Authorization"),
                headers.getFirst("Stripe-Version")));
        var canned = answers.isEmpty() ? new Canned(500, new byte[0]) : answers.pop();
        exchange.sendResponseHeaders(canned.status(), canned.body().length == 0 ? -1 : canned.body().length);
        exchange.getResponseBody().write(canned.body());
        exchange.close();
    }

    private static Map<String, String> fields(@Nullable String encoded) {
        var fields = new LinkedHashMap<String, String>();
        if (encoded != null && !encoded.isEmpty()) {
            for (var pair : encoded.split("&")) {
                var sides = pair.split("=", 2);
                fields.put(decoded(sides[0]), decoded(sides[1]));
            }
        }
        return fields;
    }

    private static Map<String, String> map(tools.jackson.databind.@Nullable JsonNode node) {
        var map = new LinkedHashMap<String, String>();
        if (node != null) {
            node.properties()
                    .forEach(field -> map.put(field.getKey(), field.getValue().asString()));
        }
        return map;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
