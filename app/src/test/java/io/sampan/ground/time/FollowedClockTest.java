package io.sampan.ground.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowedClockTest {
    private static final Duration DAY = Duration.ofDays(1);

    HttpServer world;
    volatile String said = offset(DAY);

    @BeforeEach
    void start() throws IOException {
        world = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        world.createContext("/clock", this::answer);
        world.start();
    }

    @AfterEach
    void stop() {
        world.stop(0);
    }

    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = said.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Test
    void keepsTheLastTimeThatItKnewWhileTheWorldIsSilent() {
        var clock = new FollowedClock(address());
        assertThat(ahead(clock)).isBetween(DAY.minusMinutes(1), DAY.plusMinutes(1));
        world.stop(0);
        clock.follow();
        assertThat(ahead(clock)).isBetween(DAY.minusMinutes(1), DAY.plusMinutes(1));
    }

    @Test
    void readsNoAnswerThatIsTooLongForATime() {
        var clock = new FollowedClock(address());
        said = " ".repeat(5_000) + offset(DAY.multipliedBy(9));
        clock.follow();
        assertThat(ahead(clock)).isBetween(DAY.minusMinutes(1), DAY.plusMinutes(1));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + world.getAddress().getPort() + "/clock");
    }

    private static Duration ahead(FollowedClock clock) {
        return Duration.between(Instant.now(), clock.instant());
    }

    private static String offset(Duration ahead) {
        return "{\"offsetMillis\": " + ahead.toMillis() + "}";
    }
}
