package io.sampan.simulators.tbk;

import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.SimulatedService;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.top.TopApis;
import io.sampan.simulators.top.TopGateway;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The simulated TBK: search, items, share tokens behind TOP's gateway, and short links. Source: docs/sources/tbk.md. */
public final class Tbk implements SimulatedService {
    private static final String SERVICE = "tbk";

    private final TbkSettings settings;
    private final World world;
    private final TopGateway gateway;
    private final ItemView view;
    private final ShareApi shares;
    private volatile Images images = new Images("http://127.0.0.1");

    public Tbk(Kernel kernel, World world, long seed, TbkSettings settings) {
        this.settings = settings;
        this.world = world;
        this.gateway = new TopGateway(SERVICE, settings.top(), kernel);
        this.view = new ItemView(world, seed, settings, kernel.clock(), () -> images);
        this.shares = new ShareApi(world, settings, new Shares(kernel, seed, settings.shareLife()), view);
        var search = new SearchApi(world, settings, view);
        var detail = new DetailApi(world, view);
        gateway.open("taobao.tbk.dg.material.optional", search::old);
        gateway.open("taobao.tbk.dg.material.optional.upgrade", search::upgraded);
        gateway.open("taobao.tbk.item.info.get", detail::old);
        gateway.open("taobao.tbk.item.info.upgrade.get", detail::upgraded);
        gateway.open("taobao.tbk.tpwd.create", shares::create);
        gateway.open("taobao.tbk.spread.get", shares::spread);
        gateway.add("taobao.tbk.sc.tpwd.convert", shares::convert);
        gateway.refuse(TopApis.OPENMALL);
        gateway.pages(shares::page);
    }

    @Override
    public String name() {
        return SERVICE;
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
        map.put("appKey", settings.top().appKey());
        map.put("appSecret", settings.top().appSecret());
        map.put("code", settings.top().code());
        map.put("refreshToken", settings.top().refreshToken());
        map.put("pid", settings.pid().toString());
        return map;
    }

    /** Which prices mislead, and what is really the lowest one. */
    @Override
    public Object state() {
        return Fields.of(
                "decoys",
                world.listings().stream()
                        .filter(listing -> listing.marketplace() == Marketplace.TAOBAO)
                        .filter(view::misleads)
                        .map(view::promotion)
                        .map(promotion -> Fields.of(
                                "itemId",
                                String.valueOf(promotion.offer().listing().id()),
                                "kind",
                                promotion.decoy(),
                                "shownFen",
                                promotion.zkFen(),
                                "realFen",
                                promotion.offer().lowestFen()))
                        .toList());
    }

    @Override
    public Map<String, String> actions() {
        return Map.of("share", "itemId", "share-shop", "shopId");
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        return switch (action) {
            case "share" -> shares.tapped(Shares.Kind.ITEM, number(form, "itemId"));
            case "share-shop" -> shares.tapped(Shares.Kind.SHOP, number(form, "shopId"));
            default -> throw new IllegalArgumentException("tbk knows no action " + action);
        };
    }

    private static long number(Map<String, String> form, String field) {
        return Long.parseLong(form.getOrDefault(field, "").strip());
    }
}
