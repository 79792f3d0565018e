package io.sampan.bench;

import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated world of a benchmark, on free ports, and what the app must be told to live in it. */
final class World implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Map<String, String> HOOKS =
            Map.of("1688", "1688", "taobao-global", "taobao-global", "stripe", "stripe", "17track", "17track");

    private final Simulators simulators;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    private World(Simulators simulators) {
        this.simulators = simulators;
    }

    /** @param data where the services keep their books */
    static World start(Path data) {
        var settings = new SimulatorSettings(data, SimulatorSettings.USUAL_SEED, 0, SimulatorSettings.USUAL_SIZE);
        return new World(Simulators.start(settings));
    }

    /** The environment of an app on this port, and the services' webhooks pointed at it. */
    Map<String, String> settings(int port) {
        HOOKS.forEach((service, hook) -> post(
                "/control/webhooks", Map.of("service", service, "url", "http://127.0.0.1:" + port + "/hooks/" + hook)));
        var settings = new LinkedHashMap<String, String>();
        settings.put(
                "SAMPAN_TIME_WORLDCLOCK",
                simulators.control().resolve("/control/clock").toString());
        settings.put("SAMPAN_ALI1688_GATEWAY", at("1688") + "/openapi");
        settings.put("SAMPAN_TAOBAOGLOBAL_GATEWAY", at("taobao-global") + "/rest");
        settings.put("SAMPAN_STRIPE_API", at("stripe"));
        settings.put("SAMPAN_SAMPANPOST_GATEWAY", at("carrier") + "/router/api/service");
        settings.put("SAMPAN_TRACK17_ADDRESS", at("17track"));
        settings.put("SAMPAN_STRIPE_SECRETKEY", credential("stripe", "secretKey"));
        settings.put("SAMPAN_STRIPE_WEBHOOKSECRET", credential("stripe", "webhookSecret"));
        settings.put("SAMPAN_TRACK17_TOKEN", credential("17track", "token"));
        keys(settings, "SAMPAN_ALI1688", "1688");
        keys(settings, "SAMPAN_TAOBAOGLOBAL", "taobao-global");
        settings.put("SAMPAN_SAMPANPOST_APPKEY", credential("carrier", "appKey"));
        settings.put("SAMPAN_SAMPANPOST_APPSECRET", credential("carrier", "appSecret"));
        return settings;
    }

    private void keys(Map<String, String> settings, String prefix, String service) {
        settings.put(prefix + "_APPKEY", credential(service, "appKey"));
        settings.put(prefix + "_APPSECRET", credential(service, "appSecret"));
        settings.put(prefix + "_REFRESHTOKEN", credential(service, "refreshToken"));
    }

    /** Moves the world's clock; everything that falls due meanwhile has happened when this returns. */
    void advance(Duration time) {
        post("/control/clock/advance", Map.of("seconds", Long.toString(time.toSeconds())));
    }

    /** A service's own books: what really happened there. */
    JsonNode books(String service) {
        return json.readTree(send(HttpRequest.newBuilder(simulators.control().resolve("/control/state/" + service))
                .build()));
    }

    @Override
    public void close() {
        simulators.close();
        http.close();
    }

    private String at(String service) {
        var address = simulators.addresses().get(service);
        if (address == null) {
            throw new IllegalStateException("The world has no " + service);
        }
        return trimmed(address);
    }

    private static String trimmed(URI address) {
        var text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private String credential(String service, String name) {
        var value = simulators.credentials(service).get(name);
        if (value == null) {
            throw new IllegalStateException(service + " shows no " + name);
        }
        return value;
    }

    private void post(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(HttpRequest.newBuilder(simulators.control().resolve(path))
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
