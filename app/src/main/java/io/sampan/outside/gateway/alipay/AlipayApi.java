package io.sampan.outside.gateway.alipay;

import io.sampan.outside.gateway.Told;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alipay's one address: signed parameters in, a signed answer out. */
final class AlipayApi {
    /** All of Alipay's times are those of Shanghai, to the second. */
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(SHANGHAI);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration UNTIL_A_KEY_IS_MENDED = Duration.ofMinutes(5);

    private final Wire wire;
    private final AlipaySettings settings;
    private final AlipaySignature signature;
    private final JsonMapper json;
    private final Clock clock;

    AlipayApi(Wire wire, AlipaySettings settings, AlipaySignature signature, JsonMapper json, Clock clock) {
        this.wire = wire;
        this.settings = settings;
        this.signature = signature;
        this.json = json;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Clock clock() {
        return clock;
    }

    /** What lies at an address that Alipay named; whoever knows it may have it. */
    Told<byte[]> file(URI address) {
        var call = Call.get(AlipayGateway.NAME, address).within(settings.callLimit());
        return switch (wire.send(call)) {
            case Answered.Silent silent -> new Told.Later<>(silent.pause(PAUSE), silent.why());
            case Answered.Reply reply when reply.status() != 200 -> new Told.Lost<>("Status " + reply.status());
            case Answered.Reply reply -> new Told.Yes<>(reply.body());
        };
    }

    /** The address of a page for a shopper's browser; nothing is called. */
    URI page(String method, Map<String, ?> content, URI notices, URI back) {
        var parameters = parameters(method, content);
        parameters.put("notify_url", notices.toString());
        parameters.put("return_url", back.toString());
        parameters.put("sign", signature.of(parameters));
        return URI.create(settings.gateway() + "?" + Call.encoded(parameters));
    }

    Told<JsonNode> call(String method, Map<String, ?> content) {
        var parameters = parameters(method, content);
        parameters.put("sign", signature.of(parameters));
        var call = Call.form(AlipayGateway.NAME, settings.gateway(), parameters)
                .within(settings.callLimit())
                .askedTwiceDoesNoHarm();
        return switch (wire.send(call)) {
            case Answered.Silent silent when silent.maybeArrived() -> new Told.Lost<>(silent.why());
            case Answered.Silent silent -> new Told.Later<>(silent.pause(PAUSE), silent.why());
            case Answered.Reply reply when reply.status() != 200 -> new Told.Lost<>("Status " + reply.status());
            case Answered.Reply reply -> read(reply.text(), method);
        };
    }

    private Map<String, String> parameters(String method, Map<String, ?> content) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("app_id", settings.requiredAppId());
        parameters.put("method", method);
        parameters.put("format", "JSON");
        parameters.put("charset", "UTF-8");
        parameters.put("sign_type", "RSA2");
        parameters.put("timestamp", TIME.format(clock.instant()));
        parameters.put("version", "1.0");
        parameters.put("biz_content", json.writeValueAsString(content));
        return parameters;
    }

    private Told<JsonNode> read(String text, String method) {
        try {
            var sign = json.readTree(text).path("sign").asString("");
            var answer = AlipaySignature.value(json, text, method.replace('.', '_') + "_response");
            if (answer.isEmpty() || !signature.fitsAnswer(answer.get(), sign)) {
                return new Told.Lost<>("An answer that Alipay did not sign");
            }
            return judged(json.readTree(answer.get()));
        } catch (JacksonException notAsDocumented) {
            return new Told.Lost<>("An answer that is not as documented");
        }
    }

    // Source: docs/sources/alipay.md "Errors".
    private static Told<JsonNode> judged(JsonNode answer) {
        var sub = answer.path("sub_code").asString("");
        return switch (answer.path("code").asString("")) {
            case "10000" -> new Told.Yes<>(answer);
            case "40004" -> sub.endsWith("SYSTEM_ERROR") ? new Told.Lost<>(sub) : new Told.No<>(sub);
            case "40001", "40002", "40006" ->
                isAboutUs(sub) ? new Told.Later<>(UNTIL_A_KEY_IS_MENDED, sub) : new Told.No<>(sub);
            default -> new Told.Lost<>(sub);
        };
    }

    /** Whether our key, our app or our clock is refused, rather than what we ask. */
    private static boolean isAboutUs(String code) {
        return code.startsWith("isv.invalid-signature")
                || code.equals("isv.invalid-app-id")
                || code.equals("isv.invalid-timestamp")
                || code.equals("isv.insufficient-isv-permissions");
    }
}
