package io.sampan.bench.world;

import io.sampan.bench.people.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running world's control API (simulators/README.md). Every call throws {@link IllegalStateException} when the world is silent or says no. */
public final class WorldControl implements AutoCloseable {
    /** An advance waits for all pushes that it sets off. */
    private static final Duration LIMIT = Duration.ofSeconds(180);

    /** A shop asks for the world's time twice a second (its setting {@code sampan.time.refresh}); until then platforms refuse its timestamps. */
    private static final Duration CLOCKS_MEET = Duration.ofSeconds(1);

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    public WorldControl(URI address) {
        this.address = address;
    }

    /** Moves the world's clock; everything that falls due meanwhile has happened, and a shop that follows has followed, when this returns. */
    public void advance(Duration time) {
        post("/control/clock/advance", Map.of("seconds", Long.toString(time.toSeconds())));
        Waiting.pause(CLOCKS_MEET);
    }

    /** Lets the world act, as a seller or a bank would. */
    public void act(String service, String action, Map<String, String> fields) {
        post("/control/act/" + service + "/" + action, fields);
    }

    /** Arms a fault for so many calls. */
    public void arm(String service, String operation, String kind, int count) {
        arm(service, operation, kind, count, 0);
    }

    /** @param millis how long a delay is */
    public void arm(String service, String operation, String kind, int count, int millis) {
        post(
                "/control/faults",
                Map.of(
                        "service",
                        service,
                        "operation",
                        operation,
                        "kind",
                        kind,
                        "count",
                        Integer.toString(count),
                        "millis",
                        Integer.toString(millis)));
    }

    /** For how many calls faults are still armed. */
    public int faultsLeft() {
        return StreamSupport.stream(get("/control/faults").spliterator(), false)
                .mapToInt(fault -> fault.path("count").asInt(0))
                .sum();
    }

    /** Where a service sends its news. */
    public void webhook(String service, String url) {
        post("/control/webhooks", Map.of("service", service, "url", url));
    }

    /** A service's own books: what really happened there. */
    public JsonNode books(String service) {
        return get("/control/state/" + service);
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode get(String path) {
        return json.readTree(send(
                HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT).build()));
    }

    private void post(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(HttpRequest.newBuilder(address.resolve(path))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .timeout(LIMIT)
                .build());
    }

    private String send(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("The world does not answer at " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
