package io.sampan.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorsTest {
    final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void theWorldIsTheSameAfterARestart() throws Exception {
        var settings = new SimulatorSettings(folder, 1, 0, 50);
        String id;
        java.time.Instant then;
        try (var world = Simulators.start(settings)) {
            world.kernel().webhooks().set("stripe", "http://127.0.0.1:9/hook");
            world.clock().advance(Duration.ofDays(2));
            id = create(world).replaceAll("(?s).*\"id\":\"(pi_[^\"]+)\".*", "$1");
            then = world.clock().now();
        }
        try (var world = Simulators.start(settings)) {
            assertThat(get(world.addresses().get("stripe") + "/v1/payment_intents/" + id))
                    .contains(id);
            assertThat(world.clock().now()).isBetween(then, then.plusSeconds(60));
            assertThat(world.kernel().webhooks().of("stripe")).contains(URI.create("http://127.0.0.1:9/hook"));
        }
    }

    @Test
    void faultsStrikeTheServiceTheyAreArmedFor() throws Exception {
        try (var world = Simulators.start(new SimulatorSettings(null, 1, 0, 50))) {
            world.kernel().faults().arm(Fault.once("carrier", "*", FaultKind.DROP_AFTER_SUCCESS));
            world.kernel().faults().arm(Fault.once("stripe", "payment_intents", FaultKind.DROP_AFTER_SUCCESS));
            assertThatThrownBy(() -> create(world)).isInstanceOf(IOException.class);
            assertThat(get(world.control() + "/control/state/stripe")).contains("\"amount\":2000");
            assertThat(world.kernel().faults().armed())
                    .extracting(Fault::service)
                    .containsExactly("carrier");
        }
    }

    @Test
    void settingsThatItDoesNotKnowStopTheStart() {
        assertThat(SimulatorSettings.of(List.of("--port=0", "--seed=5", "--data=x")))
                .isEqualTo(new SimulatorSettings(Path.of("x"), 5, 0, SimulatorSettings.USUAL_SIZE));
        assertThatThrownBy(() -> SimulatorSettings.of(List.of("--sed=5"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SimulatorSettings.of(List.of("--port=70000")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    String create(Simulators world) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(world.addresses().get("stripe") + "/v1/payment_intents"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("amount=2000&currency=eur")));
    }

    String get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    String send(HttpRequest.Builder request) throws Exception {
        request.header("Authorization", "Bearer sk_test_simulated0001").timeout(Duration.ofSeconds(10));
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }
}
