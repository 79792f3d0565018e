package io.sampan.outside.gateway.wechatpay;

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
import tools.jackson.databind.json.JsonMapper;

/** WeChat Pay's connector put together by hand. */
public final class WeChatPayOfATest implements Connected {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WeChatPaySettings settings;
    private final Clock clock;
    private final HookServer server = new HookServer();
    private final WeChatPayKeys keys;

    public WeChatPayOfATest(URI api, Map<String, String> credentials, Clock clock) {
        this.settings = new WeChatPaySettings(
                api,
                credentials.get("mchId"),
                credentials.get("appId"),
                credentials.get("merchantSerial"),
                credentials.get("privateKey"),
                credentials.get("apiV3Key"),
                credentials.get("platformKeyId"),
                credentials.get("platformPublicKey"),
                Duration.ofSeconds(3),
                Duration.ofSeconds(300),
                Duration.ofMinutes(30));
        this.clock = clock;
        this.keys = new WeChatPayKeys(settings);
    }

    @Override
    public Gateway gateway() {
        var api = new WeChatPayApi(WireOfATest.plain(clock), settings, keys, JSON, clock);
        return new WeChatPayGateway(api, settings, URI.create("https://shop.example/hooks/wechatpay"));
    }

    @Override
    public URI hear(Hearing hearing) {
        var hook = new WeChatPayHook(keys, hearing, JSON, clock);
        return server.start((headers, body) -> hook.hear(headers, new ByteArrayInputStream(body)));
    }

    @Override
    public void close() {
        server.close();
    }
}
