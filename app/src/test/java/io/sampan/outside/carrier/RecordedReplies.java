package io.sampan.outside.carrier;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A server on this machine that says one recorded thing after the other and remembers what it was asked. */
public final class RecordedReplies implements AutoCloseable {
    private final HttpServer server;
    private final List<String> replies = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    /** One question as it came over the wire. */
    public record Asked(URI uri, Map<String, String> headers, String body) {}

    public RecordedReplies() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", exchange -> {
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(exchange.getRequestURI(), headers, body));
            var reply = replies.removeFirst();
            int status = Integer.parseInt(reply.substring(0, 3));
            var bytes = reply.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** The next answer. */
    public void say(int status, String body) {
        replies.add(status + " " + body);
    }

    public Asked lastAsked() {
        return asked.getLast();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
