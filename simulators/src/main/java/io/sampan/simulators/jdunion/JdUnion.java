package io.sampan.simulators.jdunion;

import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.SimulatedService;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated JD Union: goods of JD and of its shops, seen by an affiliate. Source: docs/sources/jdunion.md. */
public final class JdUnion implements SimulatedService {
    private static final String QUERY_RESULT = "queryResult";
    private static final String GET_RESULT = "getResult";

    private final JdUnionSettings settings;
    private final World world;
    private final Gateway gateway;
    private volatile Images images = new Images("http://127.0.0.1");

    public JdUnion(Kernel kernel, World world, long seed, JdUnionSettings settings) {
        this.settings = settings;
        this.world = world;
        this.gateway = new Gateway(settings, kernel);
        var goods = new GoodsApi(world, seed, () -> images, kernel.clock(), settings.skuIdsAllowed());
        gateway.add("jd.union.open.goods.query", new Gateway.Api(QUERY_RESULT, goods::query));
        gateway.add("jd.union.open.goods.promotiongoodsinfo.query", new Gateway.Api(QUERY_RESULT, goods::info));
        gateway.add("jd.union.open.goods.bigfield.query", new Gateway.Api(QUERY_RESULT, goods::bigField));
        gateway.add("jd.union.open.category.goods.get", new Gateway.Api(GET_RESULT, goods::categories));
        gateway.add(
                "jd.union.open.promotion.common.get",
                new Gateway.Api(GET_RESULT, call -> goods.link(call, settings.siteId())));
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
        map.put("appKey", settings.appKey());
        map.put("appSecret", settings.appSecret());
        map.put("siteId", settings.siteId());
        return map;
    }

    /** It sells nothing, so it has no orders; it says how many listings it shows. */
    @Override
    public Object state() {
        return Map.of(
                "orders", List.of(), "listings", world.listings(Marketplace.JD).size());
    }
}
