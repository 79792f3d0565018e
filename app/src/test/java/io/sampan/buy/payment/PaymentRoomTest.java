package io.sampan.buy.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.money.ledger.Ledger;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The room as Spring puts it together: from Stripe's page by its webhook and stored events to the event that others wait for. */
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"time", "wire"},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Tag("slow")
class PaymentRoomTest {
    private static final Simulators WORLD = Simulators.start(new SimulatorSettings(null, 1, 0, 10));

    static class Ordering {
        final List<PaymentCaptured> heard = new CopyOnWriteArrayList<>();

        List<PaymentCaptured> heard() {
            return heard;
        }

        @ApplicationModuleListener
        void on(PaymentCaptured event) {
            heard.add(event);
        }
    }

    @TestConfiguration
    static class Others {
        @Bean
        Ordering ordering() {
            return new Ordering();
        }

        @Bean
        SecurityFilterChain openForWebhooks(HttpSecurity http) throws Exception {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    @DynamicPropertySource
    static void stripe(DynamicPropertyRegistry settings) {
        settings.add("sampan.stripe.api", () -> WORLD.addresses().get("stripe"));
        settings.add(
                "sampan.stripe.secret-key", () -> WORLD.credentials("stripe").get("secretKey"));
        settings.add(
                "sampan.stripe.webhook-secret",
                () -> WORLD.credentials("stripe").get("webhookSecret"));
        settings.add("sampan.payment.tend-every", () -> "1h"); // what happens here, the webhook does
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Autowired
    Payments payments;

    @Autowired
    Ledger ledger;

    @Autowired
    Ordering ordering;

    @LocalServerPort
    int port;

    @Test
    void aPaidPageBecomesMoneyAndAnEventWithoutAnybodyLooking() throws Exception {
        WORLD.kernel().webhooks().set("stripe", "http://127.0.0.1:" + port + "/hooks/stripe");
        var order = UUID.randomUUID();
        var page = (Opening.Page) payments.open(PaymentRoom.order(order, 1_850));
        pay(page.page());
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (ordering.heard().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(ordering.heard()).containsExactly(new PaymentCaptured(page.payment(), order, "order"));
        assertThat(payments.of(order).getFirst().state()).isInstanceOf(Captured.class);
        assertThat(ledger.entriesOf(order.toString())).hasSize(2);
        assertThat(ledger.imbalance()).isEmpty();
    }

    private static void pay(URI page) throws Exception {
        var form = "email=anna%40example.com&number=4242424242424242&expiry=12%2F34&cvc=123&name=Anna";
        var request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (var browser = HttpClient.newHttpClient()) {
            assertThat(browser.send(request, BodyHandlers.ofString()).statusCode())
                    .isIn(302, 303);
        }
    }
}
