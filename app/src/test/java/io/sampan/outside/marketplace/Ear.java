package io.sampan.outside.marketplace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An address for pushes in front of a connector's hook, and what the hook answered. */
final class Ear implements AutoCloseable {
    /** What hears a push; the HTTP status that it answers. */
    interface Hook {
        int hear(HttpExchange push) throws IOException;
    }

    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    Ear(Hook hook) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", push -> {
            try (push) {
                int status = hook.hear(push);
                statuses.add(status);
                push.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    /** A push of somebody's. */
    int post(String body) throws IOException, InterruptedException {
        var push = HttpRequest.newBuilder(URI.create(address()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(push, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
