package io.sampan.outside.gateway.wechatpay;

import io.sampan.outside.gateway.Told;
import io.sampan.outside.gateway.wechatpay.WeChatPayKeys.Asked;
import io.sampan.outside.gateway.wechatpay.WeChatPayKeys.Proof;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** WeChat Pay's HTTP side: signed calls, signed answers. */
final class WeChatPayApi {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration UNTIL_A_KEY_IS_MENDED = Duration.ofMinutes(5);

    private final Wire wire;
    private final WeChatPaySettings settings;
    private final WeChatPayKeys keys;
    private final JsonMapper json;
    private final Clock clock;

    WeChatPayApi(Wire wire, WeChatPaySettings settings, WeChatPayKeys keys, JsonMapper json, Clock clock) {
        this.wire = wire;
        this.settings = settings;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Clock clock() {
        return clock;
    }

    /** What lies at an address that WeChat Pay named, on its own host; it is not signed. */
    Told<byte[]> file(URI address) {
        if (!settings.api().getAuthority().equals(address.getAuthority())) {
            return new Told.Lost<>("A file on a strange host");
        }
        var call = Call.get(WeChatPayGateway.NAME, address);
        return switch (sent(call, new Asked("GET", address.getRawPath() + "?" + address.getRawQuery(), ""))) {
            case Answered.Silent silent -> new Told.Later<>(silent.pause(PAUSE), silent.why());
            case Answered.Reply reply when reply.status() != 200 -> new Told.Lost<>("Status " + reply.status());
            case Answered.Reply reply -> new Told.Yes<>(reply.body());
        };
    }

    Told<JsonNode> get(String path) {
        var call = Call.get(WeChatPayGateway.NAME, settings.api().resolve(path));
        return send(call, new Asked("GET", path, ""));
    }

    Told<JsonNode> post(String path, Map<String, ?> body) {
        var document = json.writeValueAsString(body);
        var call = Call.json(WeChatPayGateway.NAME, settings.api().resolve(path), document);
        return send(call, new Asked("POST", path, document));
    }

    private Answered sent(Call call, Asked asked) {
        var nonce = UUID.randomUUID().toString().replace("-", "");
        return wire.send(call.with("Authorization", keys.authorization(asked, clock.instant(), nonce))
                .with("Accept", "application/json")
                .once()
                .within(settings.callLimit()));
    }

    private Told<JsonNode> send(Call call, Asked asked) {
        return switch (sent(call, asked)) {
            case Answered.Silent silent when silent.maybeArrived() -> new Told.Lost<>(silent.why());
            case Answered.Silent silent -> new Told.Later<>(silent.pause(PAUSE), silent.why());
            case Answered.Reply reply when reply.status() >= 500 -> new Told.Lost<>("Status " + reply.status());
            // A refusal of our signature is not signed itself; at worst a forger makes us wait.
            case Answered.Reply reply
            when reply.status() == 401 -> new Told.Later<>(UNTIL_A_KEY_IS_MENDED, "Our signature was refused");
            case Answered.Reply reply
            when !isTheirs(reply) -> new Told.Lost<>("An answer that WeChat Pay did not sign");
            case Answered.Reply reply -> read(reply);
        };
    }

    private boolean isTheirs(Answered.Reply reply) {
        var proof = new Proof(
                reply.header("Wechatpay-Timestamp"),
                reply.header("Wechatpay-Nonce"),
                reply.header("Wechatpay-Serial"),
                reply.header("Wechatpay-Signature"));
        return keys.fits(proof, reply.text(), clock.instant());
    }

    // Source: docs/sources/wechatpay.md "Errors".
    private Told<JsonNode> read(Answered.Reply reply) {
        try {
            var body = json.readTree(reply.body().length == 0 ? "{}" : reply.text());
            var code = body.path("code").asString("status-" + reply.status());
            if (reply.status() == 429) {
                return new Told.Later<>(PAUSE, code);
            }
            return reply.status() < 300 ? new Told.Yes<>(body) : new Told.No<>(code);
        } catch (JacksonException notAsDocumented) {
            return new Told.Lost<>("An answer that is not as documented");
        }
    }
}
