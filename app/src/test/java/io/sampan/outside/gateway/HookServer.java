package io.sampan.outside.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A webhook over HTTP without the app around it. */
public final class HookServer implements AutoCloseable {
    /** What a hook answers. */
    @FunctionalInterface
    public interface Hook {
        ResponseEntity<?> hear(HttpHeaders headers, byte[] body) throws IOException;
    }

    private final HttpServer server;

    public HookServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    /** Starts; returns the hook's address. */
    public URI start(Hook hook) {
        server.createContext("/hook", exchange -> answer(exchange, hook));
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, Hook hook) throws IOException {
        try (exchange) {
            var headers = new HttpHeaders();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values));
            var answer = hook.hear(headers, exchange.getRequestBody().readAllBytes());
            var body = answer.getBody() == null
                    ? new byte[0]
                    : answer.getBody().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.getStatusCode().value(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
