package io.sampan.outside.marketplace;

import io.sampan.outside.wire.LooseJson;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The simulated outside world in this process, spoken to over HTTP alone: its control, and its clock as ours. */
public final class SmallWorld {
    private static final Simulators SIMULATORS = Simulators.start(new SimulatorSettings(null, 20261122L, 0, 3000));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final ScopedValue<UnaryOperator<URI>> SEEN_THROUGH = ScopedValue.newInstance();

    private final String service;

    public SmallWorld(String service) {
        this.service = service;
    }

    /** A clock that shows the world's time. */
    public static Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.parse(get("/control/clock").text("now"));
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    public URI at(String path) {
        var address = URI.create(SIMULATORS.addresses().get(service) + path);
        return SEEN_THROUGH.orElse(UnaryOperator.identity()).apply(address);
    }

    /** What is made while every service seems to be elsewhere. @param way from where a service is to where it seems to be */
    static <T> T seenThrough(UnaryOperator<URI> way, Supplier<T> made) {
        return ScopedValue.where(SEEN_THROUGH, way).call(made::get);
    }

    public Map<String, String> credentials() {
        return SIMULATORS.credentials(service);
    }

    /** The service's own books on the orders that carry a reference of ours. */
    public List<LooseJson> orders(String reference) {
        return get("/control/state/" + service).list("orders").stream()
                .filter(order -> order.text("outOrderId").equals(reference))
                .toList();
    }

    public void arm(String operation, String kind, int millis) {
        armed(operation, kind, millis, 1);
    }

    /** A fault that strikes so often. */
    public void armed(String operation, String kind, int millis, int count) {
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
                        "" + count,
                        "millis",
                        "" + millis));
    }

    public void clearFaults() {
        post("/control/faults/clear", Map.of());
    }

    public void advanceHours(int hours) {
        advance(Duration.ofHours(hours));
    }

    public void advance(Duration time) {
        post("/control/clock/advance", Map.of("seconds", "" + time.toSeconds()));
    }

    public void pushesTo(String url) {
        post("/control/webhooks", Map.of("service", service, "url", url));
    }

    public void act(String action, String orderId) {
        act(action, Map.of("orderId", orderId));
    }

    /** The world acts; what it says of it. */
    public LooseJson act(String action, Map<String, String> form) {
        return post("/control/act/" + service + "/" + action, form);
    }

    /** The service's own books. */
    public LooseJson state() {
        return get("/control/state/" + service);
    }

    private static LooseJson get(String path) {
        return send(HttpRequest.newBuilder(SIMULATORS.control().resolve(path)).build());
    }

    private static LooseJson post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(SIMULATORS.control().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static LooseJson send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        request.uri() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return LooseJson.of(answer.body());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
