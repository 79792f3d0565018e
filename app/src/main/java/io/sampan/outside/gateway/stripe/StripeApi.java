package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.Told;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Stripe's HTTP side: form fields in, JSON out, a key that makes a repeated call harmless. */
final class StripeApi {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration UNTIL_A_KEY_IS_MENDED = Duration.ofMinutes(5);

    private final Wire wire;
    private final StripeSettings settings;
    private final JsonMapper json;

    StripeApi(Wire wire, StripeSettings settings, JsonMapper json) {
        this.wire = wire;
        this.settings = settings;
        this.json = json;
    }

    <T> Told<T> get(String path, Map<String, String> query, Class<T> type) {
        var address = settings.api().resolve(query.isEmpty() ? path : path + "?" + Call.encoded(query));
        return send(Call.get(StripeGateway.NAME, address), type);
    }

    /** @param key of ours: the same call with the same key is done once */
    <T> Told<T> post(String path, Map<String, String> fields, String key, Class<T> type) {
        URI address = settings.api().resolve(path);
        var call = Call.form(StripeGateway.NAME, address, fields)
                .with("Idempotency-Key", key)
                .askedTwiceDoesNoHarm();
        return send(call, type);
    }

    private <T> Told<T> send(Call call, Class<T> type) {
        var signed = call.with("Authorization", "Bearer " + settings.requiredKey())
                .with("Stripe-Version", settings.version())
                .within(settings.callLimit());
        return switch (wire.send(signed)) {
            case Answered.Reply reply -> read(reply, type);
            case Answered.Silent silent when silent.maybeArrived() -> new Told.Lost<>(silent.why());
            case Answered.Silent silent -> new Told.Later<>(PAUSE, silent.why());
        };
    }

    // Source: docs/sources/stripe.md "Errors".
    private <T> Told<T> read(Answered.Reply reply, Class<T> type) {
        int status = reply.status();
        if (status >= 200 && status < 300) {
            var value = parsed(reply, type);
            return value == null ? new Told.Lost<>("An answer that is not as documented") : new Told.Yes<>(value);
        }
        return switch (status) {
            case 401, 403 -> new Told.Later<>(UNTIL_A_KEY_IS_MENDED, "Our key was refused");
            case 409 -> new Told.Lost<>("The same call is under way");
            case 429 -> new Told.Later<>(pause(reply.header("Retry-After")), "Called too often");
            default -> status >= 500 ? new Told.Lost<>("Status " + status) : new Told.No<>(code(reply));
        };
    }

    private String code(Answered.Reply reply) {
        var answer = parsed(reply, StripeFault.Answer.class);
        var fault = answer == null ? null : answer.error();
        return fault == null ? "status-" + reply.status() : fault.reason();
    }

    private <T> @Nullable T parsed(Answered.Reply reply, Class<T> type) {
        try {
            return json.readValue(reply.body(), type);
        } catch (JacksonException notAsDocumented) {
            return null;
        }
    }

    private static Duration pause(String header) {
        if (!header.matches("\\d{1,6}")) {
            return PAUSE;
        }
        var asked = Duration.ofSeconds(Long.parseLong(header));
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }
}
