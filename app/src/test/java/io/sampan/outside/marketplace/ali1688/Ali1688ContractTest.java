package io.sampan.outside.marketplace.ali1688;

import com.sun.net.httpserver.HttpExchange;
import io.sampan.outside.marketplace.MarketplaceContract;
import io.sampan.outside.marketplace.SmallWorld;
import io.sampan.outside.marketplace.Stall;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;

class Ali1688ContractTest implements MarketplaceContract {
    final SmallWorld world = new SmallWorld("1688");
    final Stall stall = new Stall(SmallWorld.clock());
    final Ali1688Settings settings = new Ali1688Settings(
            world.at("/openapi"),
            world.credentials().get("appKey"),
            world.credentials().get("appSecret"),
            "",
            world.credentials().get("refreshToken"),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Set.of("en"),
            "general",
            "cross_daigou");
    final Stand stand = new Stand(
            world,
            new Ali1688(
                    new Ali1688Http(settings, stall.wire, stall.tokens, SmallWorld.clock()),
                    settings,
                    SmallWorld.clock()),
            stall,
            "createCrossOrder",
            "preparePay");
    final Ali1688Hook hook = new Ali1688Hook(settings, stall.marketplaces, SmallWorld.clock());

    @Override
    public Stand stand() {
        return stand;
    }

    @Override
    public int hook(HttpExchange push) throws IOException {
        var form = new HashMap<String, String>();
        for (var pair : new String(push.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                continue;
            }
            form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return hook.heard(form.getOrDefault("message", ""), form.getOrDefault("_aop_signature", ""))
                .getStatusCode()
                .value();
    }
}
