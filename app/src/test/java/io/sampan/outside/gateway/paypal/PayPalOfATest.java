package io.sampan.outside.gateway.paypal;

import io.sampan.outside.gateway.Connected;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Hearing;
import io.sampan.outside.gateway.HookServer;
import io.sampan.outside.wire.WireOfATest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** PayPal's connector put together by hand. */
public final class PayPalOfATest implements Connected {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PayPalSettings settings;
    private final Clock clock;
    private final HookServer server = new HookServer();
    private final PayPalGateway gateway;

    public PayPalOfATest(URI api, Map<String, String> credentials, Clock clock) {
        this.settings = new PayPalSettings(
                api,
                credentials.get("clientId"),
                credentials.get("clientSecret"),
                credentials.get("webhookId"),
                List.of(api),
                Duration.ofSeconds(3),
                Duration.ofDays(3),
                Duration.ofHours(3),
                null);
        this.clock = clock;
        this.gateway = new PayPalGateway(
                new PayPalApi(WireOfATest.plain(clock), settings, JSON, clock), new PayPalUnits(null), settings, clock);
    }

    @Override
    public Gateway gateway() {
        return gateway;
    }

    @Override
    public URI hear(Hearing hearing) {
        var certificates = new PayPalCertificates(WireOfATest.plain(clock), settings, clock);
        var signature = new PayPalSignature(certificates, settings.requiredWebhookId(), settings.tolerance());
        var hook = new PayPalHook(signature, hearing, JSON, clock);
        return server.start((headers, body) -> hook.hear(headers, new ByteArrayInputStream(body)));
    }

    @Override
    public void close() {
        server.close();
    }
}
