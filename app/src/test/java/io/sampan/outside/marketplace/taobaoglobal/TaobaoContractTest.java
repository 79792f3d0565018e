package io.sampan.outside.marketplace.taobaoglobal;

import com.sun.net.httpserver.HttpExchange;
import io.sampan.outside.marketplace.MarketplaceContract;
import io.sampan.outside.marketplace.SmallWorld;
import io.sampan.outside.marketplace.Stall;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

class TaobaoContractTest implements MarketplaceContract {
    final SmallWorld world = new SmallWorld("taobao-global");
    final Stall stall = new Stall(SmallWorld.clock());
    final TaobaoSettings settings = new TaobaoSettings(
            world.at("/rest"),
            world.credentials().get("appKey"),
            world.credentials().get("appSecret"),
            "",
            world.credentials().get("refreshToken"),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Set.of("en"),
            "TAOBAO",
            "PANAMA_DG",
            Set.of("ONLINE"),
            Set.of("OFFLINE"),
            Set.of());
    final Stand stand = new Stand(
            world,
            new Taobao(
                    new TaobaoHttp(settings, stall.wire, stall.tokens, SmallWorld.clock()),
                    settings,
                    SmallWorld.clock()),
            stall,
            "/purchase/order/create",
            "/purchase/order/batch/pay");
    final TaobaoHook hook = new TaobaoHook(settings, stall.marketplaces, SmallWorld.clock());

    @Override
    public Stand stand() {
        return stand;
    }

    @Override
    public int hook(HttpExchange push) throws IOException {
        var signature = Objects.requireNonNullElse(push.getRequestHeaders().getFirst("Authorization"), "");
        return hook.heard(signature, push.getRequestBody()).getStatusCode().value();
    }
}
