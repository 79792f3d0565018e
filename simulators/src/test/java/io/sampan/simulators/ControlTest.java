package io.sampan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTest {
    final Simulators simulators = Simulators.start(new SimulatorSettings(null, 1, 0, 50));
    final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void advancesTheClockOnAsking() throws Exception {
        var before = simulators.clock().now();
        assertThat(send("POST", "/control/clock/advance", "days=2&hours=1", "").statusCode())
                .isEqualTo(200);
        assertThat(Duration.between(before, simulators.clock().now()).toHours()).isEqualTo(49);
        assertThat(send("POST", "/control/clock/advance", "days=401", "").statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/control/clock/advance", "hours=-1", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void armsShowsAndClearsFaults() throws Exception {
        assertThat(send("POST", "/control/faults", "service=stripe&kind=DELAY&millis=5", "")
                        .body())
                .contains("DELAY");
        assertThat(send("POST", "/control/faults", "service=stripe&kind=EARTHQUAKE", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("GET", "/control/faults", "", "").body()).contains("stripe");
        assertThat(send("DELETE", "/control/faults", "", "").body()).isEqualTo("[]");
    }

    @Test
    void refusesAFormPostedFromAnotherSite() throws Exception {
        assertThat(send("POST", "/control/faults", "kind=DELAY", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(simulators.kernel().faults().armed()).isEmpty();
    }

    @Test
    void showsTheWorldOnOnePage() throws Exception {
        send("POST", "/control/faults", "kind=DELAY&operation=%3Cscript%3E", "");
        assertThat(send("GET", "/", "", "").body())
                .contains("A week ahead", "&lt;script&gt;")
                .doesNotContain("<script>");
    }

    HttpResponse<String> send(String method, String path, String form, String origin) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(simulators.control() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
