package io.sampan.outside.marketplace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands between a connector and its simulated marketplace: passes questions on and keeps the replies, or gives the replies that it kept once more, one
 * field of them altered.
 */
final class Relay implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Set<String> OF_THE_MOMENT =
            Set.of("sign", "timestamp", "_aop_signature", "_aop_timestamp", "access_token", "session", "token");
    private static final List<String> NAMES_OF_CALLS = List.of("method", "type");

    /** @param call the platform's own name of what was asked */
    record Reply(String call, JsonNode body) {}

    /** What is altered of the replies to one call. */
    record Alteration(String call, Field field, Field.How how) {}

    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Map<String, Reply> lastOfCall = new ConcurrentHashMap<>();
    private final List<Reply> kept = new ArrayList<>();
    private volatile URI marketplace = URI.create("http://127.0.0.1");
    private volatile boolean passesOn = true;
    private volatile @Nullable Alteration alteration;

    Relay() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where the marketplace seems to be, seen through this. @param address where it is */
    URI before(URI address) {
        marketplace = address.resolve("/");
        var path = Objects.requireNonNullElse(address.getRawPath(), "");
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Passes questions on from now; what was kept for one verb is forgotten, what may be answered again is not. */
    synchronized void passOn() {
        kept.clear();
        alteration = null;
        passesOn = true;
    }

    /** The replies that came since {@link #passOn}, but for the keys to the account. */
    synchronized List<Reply> kept() {
        return List.copyOf(kept);
    }

    /** Answers from what it kept from now on, altered so; null for as it was. */
    void answerAgain(@Nullable Alteration altered) {
        alteration = altered;
        passesOn = false;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var reply = passesOn ? passedOn(exchange, asked) : again(exchange, asked);
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private byte[] passedOn(HttpExchange exchange, String asked) throws IOException {
        var request = HttpRequest.newBuilder(
                        marketplace.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(asked));
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            var body = HTTP.send(request.build(), BodyHandlers.ofByteArray()).body();
            keep(exchange, asked, JSON.readTree(body));
            return body;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private synchronized void keep(HttpExchange exchange, String asked, JsonNode body) {
        var fields = fields(exchange, asked);
        var reply = new Reply(call(exchange, fields), body);
        replies.put(exchange.getRequestURI().getPath() + fields, reply);
        lastOfCall.put(reply.call(), reply);
        if (!body.toString().contains("access_token")) {
            kept.add(reply);
        }
    }

    /** A question that nobody asked before, since an altered reply led to it, is answered as the last of its kind. */
    private byte[] again(HttpExchange exchange, String asked) {
        var fields = fields(exchange, asked);
        var call = call(exchange, fields);
        var reply = replies.getOrDefault(exchange.getRequestURI().getPath() + fields, lastOfCall.get(call));
        var altered = alteration;
        if (reply == null) {
            return "{}".getBytes(StandardCharsets.UTF_8);
        }
        boolean meant = altered != null && altered.call().equals(call);
        return JSON.writeValueAsBytes(meant ? altered.field().in(reply.body(), altered.how()) : reply.body());
    }

    private static Map<String, String> fields(HttpExchange exchange, String asked) {
        var query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        return Stream.of(query, asked)
                .flatMap(part -> Arrays.stream(part.split("&")))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && !OF_THE_MOMENT.contains(pair[0]))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second, TreeMap::new));
    }

    private static String call(HttpExchange exchange, Map<String, String> fields) {
        return NAMES_OF_CALLS.stream()
                .filter(name -> fields.containsKey(name)
                        && exchange.getRequestURI().getPath().length() <= "/router/rest".length())
                .map(fields::get)
                .findFirst()
                .orElseGet(() -> exchange.getRequestURI().getPath());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
