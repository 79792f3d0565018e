package io.sampan.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sampan.outside.wire.Answered.Reply;
import io.sampan.outside.wire.Answered.Silent;
import io.sampan.outside.wire.ServiceHealth.Breaker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
    final Hands clock = new Hands(Instant.parse("2026-11-22T00:00:00Z"));
    final AllowancesOfATest allowances = new AllowancesOfATest(clock);
    final AtomicInteger asked = new AtomicInteger();
    final CountDownLatch answer = new CountDownLatch(1);
    HttpServer server;
    Wire wire;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        var usual = WireOfATest.settings(Duration.ofMillis(50), 3);
        wire = new Wire(
                new WireSettings(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        2,
                        usual.waitForTurn(),
                        usual.failuresToOpen(),
                        usual.coolDown(),
                        1000,
                        4,
                        usual.allowance(),
                        usual.allowances()),
                allowances,
                clock);
    }

    @AfterEach
    void stop() {
        answer.countDown();
        wire.destroy();
        server.stop(0);
    }

    void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            switch (path) {
                case "/slow" -> answer.await();
                case "/drop" -> throw new IOException("dropped");
                case "/large" -> send(exchange, 200, "x".repeat(1001));
                case "/broken" -> send(exchange, 503, "busy");
                case "/away" -> {
                    exchange.getResponseHeaders().add("Location", "/fine");
                    send(exchange, 302, "");
                }
                default ->
                    send(exchange, 200, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    Answered ask(String path) {
        return wire.send(Call.form("shop", at(path), Map.of("a", "1")).within(Duration.ofMillis(300)));
    }

    @Test
    void sendsAFormInUtf8AndReadsTheAnswer() {
        var answered = wire.send(Call.form("shop", at("/fine"), Map.of("词", "汉服 &=+")));
        assertThat(((Reply) answered).text()).isEqualTo("%E8%AF%8D=%E6%B1%89%E6%9C%8D+%26%3D%2B");
        assertThat(wire.health("shop").lastSuccess()).isEqualTo(clock.now);
    }

    @Test
    void saysThatAQuestionMayHaveArrivedWhenTheAnswerIsLate() {
        assertThat(ask("/slow")).isEqualTo(new Silent("No answer within PT0.3S", true));
    }

    @Test
    void saysThatAQuestionMayHaveArrivedWhenTheConnectionBreaks() {
        assertThat(ask("/drop"))
                .isInstanceOfSatisfying(
                        Silent.class,
                        silent -> assertThat(silent.maybeArrived()).isTrue());
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainOnlyWhereAConnectionBroke() {
        var late = wire.send(Call.get("shop", at("/slow")).within(Duration.ofMillis(300)));
        assertThat(late)
                .isInstanceOfSatisfying(
                        Silent.class, silent -> assertThat(silent.broke()).isFalse());
        assertThat(asked).hasValue(1);
        assertThat(ask("/drop"))
                .isInstanceOfSatisfying(
                        Silent.class, silent -> assertThat(silent.broke()).isTrue());
    }

    @Test
    void asksAgainOnceOverANewConnectionWhereThatDoesNoHarm() {
        wire.send(Call.get("shop", at("/drop")));
        assertThat(asked.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void knowsThatNothingArrivedWhereThereIsNoConnection() {
        var nobody = at("/fine");
        server.stop(0);
        assertThat(wire.send(Call.get("shop", nobody)))
                .isInstanceOfSatisfying(
                        Silent.class,
                        silent -> assertThat(silent.maybeArrived()).isFalse());
    }

    @Test
    void readsNoMoreThanTheBound() {
        assertThat(ask("/large")).isInstanceOf(Silent.class);
    }

    @Test
    void doesNotFollowARedirect() {
        assertThat(ask("/away")).isInstanceOfSatisfying(Reply.class, reply -> {
            assertThat(reply.status()).isEqualTo(302);
            assertThat(reply.header("location")).isEqualTo("/fine");
        });
    }

    @Test
    void stopsCallingAfterFailuresInARowAndTriesOnceAfterTheCoolDown() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("/broken")).isInstanceOf(Reply.class);
        }
        assertThat(wire.health("shop").breaker()).isEqualTo(Breaker.OPEN);
        assertThat(ask("/fine"))
                .isInstanceOfSatisfying(
                        Silent.class,
                        silent -> assertThat(silent.maybeArrived()).isFalse());
        assertThat(asked).hasValue(3);

        clock.now = clock.now.plusSeconds(11);
        assertThat(ask("/broken")).isInstanceOf(Reply.class);
        assertThat(wire.health("shop").breaker()).isEqualTo(Breaker.OPEN);

        clock.now = clock.now.plusSeconds(11);
        assertThat(ask("/fine")).isInstanceOf(Reply.class);
        assertThat(wire.health("shop").breaker()).isEqualTo(Breaker.CLOSED);
        assertThat(wire.health("shop").failures()).isEqualTo(4);
    }

    @Test
    void whileTheOneCallTriesNobodyElseCalls() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            ask("/broken");
        }
        clock.now = clock.now.plusSeconds(11);
        var trying = Thread.startVirtualThread(
                () -> wire.send(Call.get("shop", at("/slow")).within(Duration.ofSeconds(5))));
        while (asked.get() < 4) {
            Thread.sleep(5);
        }
        assertThat(wire.health("shop").breaker()).isEqualTo(Breaker.TRYING);
        assertThat(ask("/fine")).isInstanceOf(Silent.class);
        answer.countDown();
        trying.join();
        assertThat(wire.health("shop").breaker()).as("it broke off").isEqualTo(Breaker.OPEN);
    }

    @Test
    void whoDoesNotWantToHearFromUsIsLeftAloneToTheSecond() {
        var call = Call.get("shop", at("/fine")).of("item.get");
        wire.keepAway("shop", "item.get", Duration.ofSeconds(61), "ban will last for 60 more seconds");
        clock.now = clock.now.plusMillis(500);
        assertThat(wire.send(call))
                .isEqualTo(new Silent("ban will last for 60 more seconds", false, false, Duration.ofSeconds(61)));
        assertThat(wire.send(Call.get("shop", at("/fine")).of("trade.get")))
                .as("another API")
                .isInstanceOf(Reply.class);
        clock.now = clock.now.plusMillis(60_500);
        assertThat(wire.send(call)).isInstanceOf(Reply.class);
    }

    @Test
    void theCallThatTriesIsNotUsedUpByOneThatMayNotBeMade() {
        for (int i = 0; i < 3; i++) {
            ask("/broken");
        }
        clock.now = clock.now.plusSeconds(11);
        wire.keepAway("shop", "item.get", Duration.ofMinutes(1), "too often");
        assertThat(wire.send(Call.get("shop", at("/fine")).of("item.get"))).isInstanceOf(Silent.class);
        assertThat(ask("/fine")).isInstanceOf(Reply.class);
    }

    @Test
    void aCallThatCannotBeMadeAtAllLeavesTheNextOneItsTry() {
        for (int i = 0; i < 3; i++) {
            ask("/broken");
        }
        clock.now = clock.now.plusSeconds(11);
        var impossible = Call.get("shop", at("/fine")).with("no header", "x");
        assertThatThrownBy(() -> wire.send(impossible)).isInstanceOf(IllegalArgumentException.class);
        clock.now = clock.now.plusSeconds(11);
        assertThat(ask("/fine")).isInstanceOf(Reply.class);
    }

    @Test
    void keepsServicesApart() {
        for (int i = 0; i < 3; i++) {
            ask("/broken");
        }
        assertThat(wire.send(Call.get("other", at("/fine")))).isInstanceOf(Reply.class);
    }

    @Test
    void callsAServiceOnlySoManyTimesAtATime() throws InterruptedException {
        var busy = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            Thread.startVirtualThread(() -> {
                busy.countDown();
                wire.send(Call.get("shop", at("/slow")).within(Duration.ofSeconds(5)));
            });
        }
        busy.await();
        while (asked.get() < 2) {
            Thread.sleep(5);
        }
        assertThat(ask("/fine")).isEqualTo(new Silent("Too many calls to shop at a time", false));
    }

    @Test
    void showsNoSecretsWhenPrinted() {
        var call = Call.form("shop", at("/fine?sign=SECRET"), Map.of("token", "SECRET"))
                .with("Authorization", "SECRET");
        assertThat(call.toString()).doesNotContain("SECRET").contains("/fine");
    }
}
