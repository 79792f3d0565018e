package io.sampan.windows.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.Application;
import io.sampan.outside.wire.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The shop of an operator elsewhere, as visitors reach it through the proxy that ends TLS. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "sampan.identity.failures-of-source=2",
            "sampan.identity.sign-ups-of-source=1",
            "sampan.identity.password-cost=4",
            "sampan.language.countries=GB,US",
        })
@ActiveProfiles("test")
@Tag("slow")
class BehindAProxyTest {
    static final String CSRF = "abcdefghijklmnopqrstuv";

    @LocalServerPort
    int port;

    final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whoGuessesPasswordsIsBrakedAndNotWhoeverElseComesThroughTheProxy() throws Exception {
        var guess = Map.of("_csrf", CSRF, "email", "mara@example.org", "password", "wrong wrong wrong");
        assertThat(send("/sign-in", guess, "203.0.113.1")).isEqualTo(422);
        assertThat(send("/sign-in", guess, "203.0.113.1")).isEqualTo(422);
        assertThat(send("/sign-in", guess, "203.0.113.1")).isEqualTo(429);
        assertThat(send("/sign-in", guess, "198.51.100.7, 203.0.113.1"))
                .as("an address that the visitor made up counts for nothing")
                .isEqualTo(429);
        assertThat(send("/sign-in", guess, "203.0.113.2")).isEqualTo(422);
    }

    @Test
    void whoAsksForManyAccountsIsBraked() throws Exception {
        assertThat(send("/sign-up", newcomer("one"), "203.0.113.3")).isEqualTo(303);
        assertThat(send("/sign-up", newcomer("two"), "203.0.113.3")).isEqualTo(429);
        assertThat(send("/sign-up", newcomer("two"), "203.0.113.4")).isEqualTo(303);
    }

    @Test
    void aVisitorWhoNamesNoCountryIsInTheFirstOfTheOperatorsList() throws Exception {
        var page = http.send(HttpRequest.newBuilder(at("/look")).build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("GB · GBP");
    }

    private static Map<String, String> newcomer(String name) {
        return Map.of("_csrf", CSRF, "email", name + "@example.org", "password", "a long pass phrase");
    }

    private int send(String path, Map<String, String> form, String visitor) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "csrf=" + CSRF)
                .header("X-Forwarded-For", visitor)
                .POST(HttpRequest.BodyPublishers.ofString(Call.encoded(form)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
