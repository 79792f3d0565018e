package io.sampan.simulators.pinduoduo;

import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.SimulatedService;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The simulated Pinduoduo DDK. Source: docs/sources/pinduoduo.md. */
public final class Pinduoduo implements SimulatedService {
    private final PinduoduoSettings settings;
    private final Gateway gateway;
    private final OrderApi orders;
    private volatile Images images = new Images("http://127.0.0.1");

    public Pinduoduo(Kernel kernel, World world, long seed, PinduoduoSettings settings) {
        this.settings = settings;
        this.gateway = new Gateway(settings, kernel);
        var signs = new Signs(world.listings(Marketplace.PINDUODUO), seed);
        this.orders = new OrderApi(kernel, world, signs, seed, settings);
        var goods = new GoodsApi(world, signs, seed, () -> images, settings);
        gateway.add("pdd.ddk.goods.search", new Gateway.Api("goods_search_response", goods::search));
        gateway.add("pdd.ddk.goods.detail", new Gateway.Api("goods_detail_response", goods::detail));
        gateway.add(
                "pdd.ddk.goods.promotion.url.generate",
                new Gateway.Api("goods_promotion_url_generate_response", goods::link));
        gateway.add("pdd.ddk.order.list.increment.get", new Gateway.Api("order_list_get_response", orders::increment));
    }

    @Override
    public String name() {
        return Gateway.SERVICE;
    }

    @Override
    public Handler handler() {
        return gateway;
    }

    @Override
    public void opened(Map<String, URI> addresses) {
        images = new Images(String.valueOf(addresses.get("world")));
    }

    @Override
    public Map<String, String> credentials() {
        var map = new LinkedHashMap<String, String>();
        map.put("clientId", settings.clientId());
        map.put("clientSecret", settings.clientSecret());
        map.put("accessToken", settings.accessToken());
        map.put("pid", settings.pid());
        return map;
    }

    /** The orders here are other people's, brought by our links: it lets nobody buy through its API. */
    @Override
    public Object state() {
        return Map.of("affiliateOrders", orders.all());
    }

    @Override
    public Map<String, String> actions() {
        return Map.of("buy", "goodsSign, quantity?, custom?");
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        if (!action.equals("buy")) {
            throw new IllegalArgumentException("pinduoduo knows no action " + action);
        }
        int quantity = Integer.parseInt(form.getOrDefault("quantity", "1"));
        return orders.buy(form.getOrDefault("goodsSign", ""), quantity, form.getOrDefault("custom", ""));
    }
}
