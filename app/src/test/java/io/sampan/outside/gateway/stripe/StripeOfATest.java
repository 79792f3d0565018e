package io.sampan.outside.gateway.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Hearing;
import io.sampan.outside.wire.WireOfATest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** The connector put together by hand, with its webhook on a port of its own. */
public final class StripeOfATest implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StripeSettings settings;
    private final Clock clock;
    private final HttpServer server;

    public StripeOfATest(URI api, Map<String, String> credentials, Clock clock) throws IOException {
        this.settings = new StripeSettings(
                api,
                credentials.get("secretKey"),
                credentials.get("webhookSecret"),
                "2026-07-29.dahlia",
                Duration.ofSeconds(3),
                Duration.ofSeconds(300),
                null);
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    public Gateway gateway() {
        return new StripeGateway(new StripeApi(WireOfATest.plain(clock), settings, JSON), new StripeUnits(null));
    }

    /** Starts to hear; returns the webhook's address. */
    public URI hear(Hearing hearing) {
        var hook = new StripeHook(
                new StripeSignature(settings.requiredWebhookSecret(), settings.tolerance()), hearing, JSON, clock);
        server.createContext("/hooks/stripe", exchange -> answer(exchange, hook));
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/stripe");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, StripeHook hook) throws IOException {
        var header = exchange.getRequestHeaders().getFirst("Stripe-Signature");
        var answer = hook.hear(header == null ? "" : header, exchange.getRequestBody());
        exchange.sendResponseHeaders(answer.getStatusCode().value(), -1);
        exchange.close();
    }
}
