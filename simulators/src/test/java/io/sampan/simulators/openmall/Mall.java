package io.sampan.simulators.openmall;

import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.top.TopClient;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A small OpenMall with a signed-in client. */
final class Mall implements AutoCloseable {
    final Kernel kernel;
    final World world;
    final OpenMallSettings settings;
    final OpenMall service;
    final Pool pool;
    final TopClient client;

    Mall() {
        this(OpenMallSettings.usual(), null);
    }

    Mall(OpenMallSettings settings, @Nullable Path data) {
        this.settings = settings;
        this.kernel = Kernel.over(data);
        this.world = new World(1, 3_000, kernel.books(), kernel.clock());
        this.service = new OpenMall(kernel, world, 1, settings);
        this.pool = new Pool(world, 1, settings.poolShare());
        this.client = new TopClient(settings.top(), service.handler(), kernel.clock());
        service.opened(Map.of("world", URI.create("http://127.0.0.1:1")));
        client.signIn();
    }

    @Override
    public void close() {
        kernel.close();
    }

    /** Sends the fields with the distributor. */
    JsonNode call(String method, Object... fields) {
        return client.call(method, with(fields));
    }

    String refusal(String method, Object... fields) {
        return client.refusal(method, with(fields));
    }

    private Object[] with(Object... fields) {
        Object[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "distributor";
        all[fields.length + 1] = settings.distributor();
        return all;
    }

    /** Something on sale in the pool, sold everywhere, with stock, that also fits. */
    Offer offer(Predicate<Listing> fits) {
        return pool.open().stream()
                .filter(fits)
                .filter(listing -> !pool.areaLimited(listing))
                .map(world::offer)
                .filter(o ->
                        o.status() == Offer.Status.ON && o.skus().getFirst().stock() > 20)
                .findFirst()
                .orElseThrow();
    }

    Offer offer() {
        return offer(listing -> listing.marketplace() == Marketplace.TAOBAO);
    }

    Map<String, Object> form(Offer offer, int pieces) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("num_iid", offer.listing().id());
        form.put("sku_iids", offer.skus().getFirst().id());
        form.put("nums", pieces);
        form.put("divisioncode", "330108");
        form.put("address", "网商路699号 SP1001");
        form.put("name", "舢板集运仓");
        form.put("mobile", "15251667788");
        form.put("buyer_phone", "15251667788");
        form.put("buyer_channel", "Other");
        form.put("buyer_channel_id", "SP1001");
        form.put("distributor", settings.distributor());
        return form;
    }

    String outId(String ours) {
        return settings.top().appKey() + "_" + ours;
    }

    static long fee(Offer offer, int pieces) {
        return offer.skus().getFirst().fen() * pieces + offer.freightFen();
    }

    Map<String, Object> order(Offer offer, int pieces, String ours) {
        Map<String, Object> form = form(offer, pieces);
        form.put("out_id", outId(ours));
        form.put("expect_order_fee", Fields.yuanText(fee(offer, pieces)));
        form.put("outer_order_fee", "999.00");
        form.put("shipping_type", "express");
        return form;
    }

    JsonNode create(Map<String, Object> form) {
        return client.call(TradeApi.CREATE, "param_top_trade_create_d_o", form);
    }

    String created(Offer offer, String ours) {
        return create(order(offer, 2, ours)).at("/result/tid").asString();
    }

    JsonNode pay(String tid) {
        return call(TradeApi.PAY, "tid", tid);
    }

    JsonNode trade(String tid) {
        return call("taobao.openmall.trade.get", "tid", tid).get("result");
    }

    String status(String tid) {
        return trade(tid).get("status").asString();
    }

    /** Lets time pass; sessions end, so a new one is had. */
    void advance(Duration by) {
        kernel.clock().advance(by);
        client.signIn();
    }
}
