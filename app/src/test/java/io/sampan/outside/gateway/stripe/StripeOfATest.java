package io.sampan.outside.gateway.stripe;

import io.sampan.outside.gateway.Connected;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Hearing;
import io.sampan.outside.gateway.HookServer;
import io.sampan.outside.wire.WireOfATest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Stripe's connector put together by hand. */
public final class StripeOfATest implements Connected {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StripeSettings settings;
    private final Clock clock;
    private final HookServer server = new HookServer();

    public StripeOfATest(URI api, Map<String, String> credentials, Clock clock) {
        this.settings = new StripeSettings(
                api,
                credentials.get("secretKey"),
                credentials.get("webhookSecret"),
                "2026-07-29.dahlia",
                Duration.ofSeconds(3),
                Duration.ofSeconds(300),
                null);
        this.clock = clock;
    }

    @Override
    public Gateway gateway() {
        return new StripeGateway(new StripeApi(WireOfATest.plain(clock), settings, JSON), new StripeUnits(null));
    }

    @Override
    public URI hear(Hearing hearing) {
        var hook = new StripeHook(
                new StripeSignature(settings.requiredWebhookSecret(), settings.tolerance()), hearing, JSON, clock);
        return server.start((headers, body) -> hook.hear(
                Optional.ofNullable(headers.getFirst("Stripe-Signature")).orElse(""), new ByteArrayInputStream(body)));
    }

    @Override
    public void close() {
        server.close();
    }
}
