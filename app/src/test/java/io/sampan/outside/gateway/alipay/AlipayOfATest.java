package io.sampan.outside.gateway.alipay;

import io.sampan.outside.gateway.Connected;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Hearing;
import io.sampan.outside.gateway.HookServer;
import io.sampan.outside.wire.Sha256Rsa;
import io.sampan.outside.wire.WireOfATest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Alipay's connector put together by hand. */
public final class AlipayOfATest implements Connected {
    private final AlipaySettings settings;
    private final Clock clock;
    private final HookServer server = new HookServer();
    private final AlipaySignature signature;

    public AlipayOfATest(URI address, Map<String, String> credentials, Clock clock) {
        this.settings = new AlipaySettings(
                address.resolve("/gateway.do"),
                credentials.get("appId"),
                credentials.get("privateKey"),
                credentials.get("alipayPublicKey"),
                Duration.ofSeconds(3),
                Duration.ofDays(2),
                Duration.ofMinutes(30));
        this.clock = clock;
        this.signature = new AlipaySignature(
                Sha256Rsa.privateKey(settings.requiredPrivateKey()),
                Sha256Rsa.publicKey(settings.requiredAlipayPublicKey()));
    }

    @Override
    public Gateway gateway() {
        var api = new AlipayApi(
                WireOfATest.plain(clock),
                settings,
                signature,
                JsonMapper.builder().build(),
                clock);
        return new AlipayGateway(api, settings, URI.create("https://shop.example/hooks/alipay"));
    }

    @Override
    public URI hear(Hearing hearing) {
        var hook = new AlipayHook(signature, settings, hearing, clock);
        return server.start((headers, body) -> hook.hear(form(new String(body, StandardCharsets.UTF_8))));
    }

    @Override
    public void close() {
        server.close();
    }

    private static Map<String, String> form(String body) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : body.split("&")) {
            var pair = field.split("=", 2);
            fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
