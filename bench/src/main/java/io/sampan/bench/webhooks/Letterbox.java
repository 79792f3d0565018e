package io.sampan.bench.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Where the gateways send their webhooks: it receipts all of them and hands them to nobody by itself. */
final class Letterbox implements AutoCloseable {
    private final HttpServer server;
    private final ConcurrentLinkedQueue<Letter> come = new ConcurrentLinkedQueue<>();

    Letterbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    URI address(String gateway) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + gateway);
    }

    /** What has come since. */
    List<Letter> empty() {
        var letters = new ArrayList<Letter>();
        for (var letter = come.poll(); letter != null; letter = come.poll()) {
            letters.add(letter);
        }
        return letters;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new LinkedHashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> {
                var lower = name.toLowerCase(Locale.ROOT);
                if (lower.startsWith("stripe-")
                        || lower.startsWith("paypal-")
                        || lower.startsWith("wechatpay-")
                        || lower.equals("content-type")) {
                    headers.put(name, values.getFirst());
                }
            });
            var body = exchange.getRequestBody().readAllBytes();
            come.add(new Letter(exchange.getRequestURI().getPath().substring(1), headers, body, false));
            var receipt = "success".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, receipt.length);
            exchange.getResponseBody().write(receipt);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
