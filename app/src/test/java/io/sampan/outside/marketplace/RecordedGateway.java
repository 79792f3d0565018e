package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Answers with recorded replies, in order, and keeps what it was asked, to be compared with recorded questions. */
public final class RecordedGateway implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One request as it came over the wire. @param form the fields of form and query */
    public record Asked(String path, Map<String, String> form) {}

    private record Reply(int status, byte[] body) {}

    private final Path folder;
    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    public final List<Asked> asked = new ArrayList<>();

    public RecordedGateway(String system) throws IOException {
        this.folder = Path.of("../docs/sources", system);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The next reply is the recorded one of this name. */
    public synchronized void replies(String name) throws IOException {
        replies.add(new Reply(200, Files.readAllBytes(folder.resolve(name + ".reply.json"))));
    }

    public synchronized void replies(int status, String body) {
        replies.add(new Reply(status, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The next connection is closed after the question, without a reply. */
    public synchronized void drops() {
        replies.add(new Reply(0, new byte[0]));
    }

    /**
     * Compares a request with a recorded question: the same path and the same fields, documents within fields as documents.
     *
     * @param but fields that differ from the recording, with the value that is right here
     */
    public void assertAsked(int index, String name, Map<String, String> but) throws IOException {
        var recorded = JSON.readTree(Files.readString(folder.resolve(name + ".question.json")));
        var expected = new TreeMap<String, Object>();
        recorded.path("form").forEachEntry((field, value) -> expected.put(field, document(value.asString())));
        recorded.path("query").forEachEntry((field, value) -> expected.put(field, document(value.asString())));
        but.forEach((field, value) -> expected.put(field, document(value)));
        var request = asked.get(index);
        var sent = new TreeMap<String, Object>();
        request.form().forEach((field, value) -> sent.put(field, document(value)));
        for (var of : List.of("_aop_signature", "_aop_timestamp", "sign", "timestamp", "access_token")) {
            sent.remove(of);
            expected.remove(of);
        }
        assertThat(request.path()).isEqualTo(recorded.path("path").asString());
        assertThat(sent).isEqualTo(expected);
    }

    private static Object document(String text) {
        return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : text;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var form = new TreeMap<String, String>();
        var query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        for (var pair : (query + "&" + body).split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        asked.add(new Asked(exchange.getRequestURI().getPath(), form));
        var reply = replies.poll();
        try (exchange) {
            if (reply != null && reply.status() > 0) {
                exchange.sendResponseHeaders(reply.status(), reply.body().length);
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
