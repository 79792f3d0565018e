package io.sampan.outside.carrier.track17;

import com.sun.net.httpserver.HttpServer;
import io.sampan.outside.carrier.Tracker;
import io.sampan.outside.carrier.Tracking;
import io.sampan.outside.wire.WireOfATest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The connector to the simulated 17TRACK, and an address where its pushes are heard. */
public final class Track17OfATest implements AutoCloseable {
    private final Track17Settings settings;
    private final HttpServer server;

    public Track17OfATest(URI service, Map<String, String> credentials) {
        settings = new Track17Settings(
                service,
                credentials.getOrDefault("token", ""),
                Duration.ofSeconds(3),
                Duration.ofMillis(350),
                service + "/en?nums=NUMBER");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public Tracker tracker(Clock clock) {
        return new Track17(settings, WireOfATest.plain(clock));
    }

    /** Hears pushes from now on; answers the address to push to. */
    public URI hear(Tracking tracking) {
        var hook = new Track17Hook(settings, tracking);
        server.createContext("/hooks/17track", exchange -> {
            var sign = exchange.getRequestHeaders().getFirst("sign");
            var answer = hook.heard(sign == null ? "" : sign, exchange.getRequestBody());
            var text = String.valueOf(answer.getBody()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.getStatusCode().value(), text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/17track");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
