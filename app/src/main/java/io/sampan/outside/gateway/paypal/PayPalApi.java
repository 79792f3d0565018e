package io.sampan.outside.gateway.paypal;

import io.sampan.outside.gateway.Told;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** PayPal's HTTP side: JSON both ways, a bearer token that is fetched when it is needed, a key that makes a repeated call harmless. */
final class PayPalApi {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration UNTIL_A_KEY_IS_MENDED = Duration.ofMinutes(5);
    /** A token is given up so long before its end. */
    private static final Duration SPARE = Duration.ofMinutes(2);

    private record Held(String token, Instant until) {}

    private final Wire wire;
    private final PayPalSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private volatile @Nullable Held held;

    PayPalApi(Wire wire, PayPalSettings settings, JsonMapper json, Clock clock) {
        this.wire = wire;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    <T> Told<T> get(String path, Class<T> type) {
        return authorised(Call.get(PayPalGateway.NAME, settings.api().resolve(path)), type);
    }

    /** @param key of ours: the same call with the same key is done once, as long as PayPal remembers it */
    <T> Told<T> post(String path, Map<String, ?> body, String key, Class<T> type) {
        var call = Call.json(PayPalGateway.NAME, settings.api().resolve(path), json.writeValueAsString(body))
                .with("PayPal-Request-Id", key)
                .with("Prefer", "return=representation")
                .askedTwiceDoesNoHarm();
        return authorised(call, type);
    }

    private <T> Told<T> authorised(Call call, Class<T> type) {
        return switch (token()) {
            case Told.Yes<String>(var token) -> {
                var answer =
                        wire.send(call.with("Authorization", "Bearer " + token).within(settings.callLimit()));
                if (answer instanceof Answered.Reply reply && reply.status() == 401) {
                    held = null;
                    yield new Told.Later<>(PAUSE, "The token was refused");
                }
                yield read(answer, type);
            }
            case Told.No<String>(var code) -> new Told.Later<>(UNTIL_A_KEY_IS_MENDED, code);
            case Told.Later<String>(var after, var why) -> new Told.Later<>(after, why);
            case Told.Lost<String>(var why) -> new Told.Later<>(PAUSE, why);
        };
    }

    private Told<String> token() {
        var known = held;
        if (known != null && clock.instant().isBefore(known.until())) {
            return new Told.Yes<>(known.token());
        }
        var pair = settings.requiredClientId() + ":" + settings.requiredClientSecret();
        var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        var call = Call.form(
                        PayPalGateway.NAME,
                        settings.api().resolve("/v1/oauth2/token"),
                        Map.of("grant_type", "client_credentials"))
                .with("Authorization", "Basic " + basic)
                .within(settings.callLimit())
                .askedTwiceDoesNoHarm();
        return switch (read(wire.send(call), PayPalToken.class)) {
            case Told.Yes<PayPalToken>(var token) -> {
                var until = clock.instant().plusSeconds(token.expiresIn()).minus(SPARE);
                held = new Held(token.accessToken(), until);
                yield new Told.Yes<>(token.accessToken());
            }
            case Told.No<PayPalToken>(var code) -> new Told.No<>(code);
            case Told.Later<PayPalToken>(var after, var why) -> new Told.Later<>(after, why);
            case Told.Lost<PayPalToken>(var why) -> new Told.Lost<>(why);
        };
    }

    // Source: docs/sources/paypal.md "Errors".
    private <T> Told<T> read(Answered answer, Class<T> type) {
        return switch (answer) {
            case Answered.Silent silent when silent.maybeArrived() -> new Told.Lost<>(silent.why());
            case Answered.Silent silent -> new Told.Later<>(silent.pause(PAUSE), silent.why());
            case Answered.Reply reply when reply.status() == 429 -> new Told.Later<>(PAUSE, "Called too often");
            case Answered.Reply reply when reply.status() >= 500 -> new Told.Lost<>("Status " + reply.status());
            case Answered.Reply reply when reply.status() >= 400 -> new Told.No<>(code(reply));
            case Answered.Reply reply -> value(reply, type);
        };
    }

    private <T> Told<T> value(Answered.Reply reply, Class<T> type) {
        try {
            var text = reply.status() == 204 ? "{}" : reply.text();
            return new Told.Yes<>(json.readValue(text, type));
        } catch (JacksonException notAsDocumented) {
            return new Told.Lost<>("An answer that is not as documented");
        }
    }

    private String code(Answered.Reply reply) {
        try {
            var fault = json.readValue(reply.body(), PayPalFault.class);
            return fault == null ? "status-" + reply.status() : fault.code();
        } catch (JacksonException notAsDocumented) {
            return "status-" + reply.status();
        }
    }
}
