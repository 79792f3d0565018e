package io.sampan.simulators.openmall;

import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.SimulatedService;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.GroundTruth;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.top.TopApis;
import io.sampan.simulators.top.TopGateway;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The simulated OpenMall: pool, trades, refunds and messages behind TOP's gateway. Source: docs/sources/openmall.md. */
public final class OpenMall implements SimulatedService {
    private static final String TRADE = "orderId";

    private final OpenMallSettings settings;
    private final Kernel kernel;
    private final World world;
    private final TopGateway gateway;
    private final Trades trades;
    private final Refunds refunds;
    private final Messages messages;
    private final Watch watch;
    private final TradeApi buy;
    private volatile Images images = new Images("http://127.0.0.1");

    public OpenMall(Kernel kernel, World world, long seed, OpenMallSettings settings) {
        this.settings = settings;
        this.kernel = kernel;
        this.world = world;
        this.gateway = new TopGateway(TradeApi.SERVICE, settings.top(), kernel);
        var purchases = new Purchases(kernel, world, Marketplace.TAOBAO, seed, TradeApi.SERVICE);
        this.trades = new Trades(kernel, purchases, settings.distributor());
        this.refunds = new Refunds(kernel, purchases, seed);
        this.messages = new Messages(settings, kernel);
        this.watch = new Watch(world, messages);
        var pool = new Pool(world, seed, settings.poolShare());
        this.buy = new TradeApi(settings, pool, kernel.faults(), trades, messages);
        purchases.onChange(this::on);
        trades.onHoldEnd(purchase -> messages.trade(purchase, trades.status(purchase)));
        refunds.onChange(messages::refund);
        serve(new ItemApi(world, pool, settings.distributor(), () -> images, watch::seen));
        serve(new TradeView(world, trades, refunds, kernel.clock(), settings), new RefundApi(trades, refunds));
        gateway.refuse(TopApis.TBK);
    }

    private void serve(ItemApi items) {
        gateway.add("taobao.openmall.items.query", items::items);
        gateway.add("taobao.openmall.item.get", items::item);
        gateway.add("taobao.openmall.item.salearea.get", items::saleArea);
        gateway.open(Messages.CONSUME, messages::consume);
        gateway.open("taobao.tmc.messages.confirm", messages::confirm);
    }

    private void serve(TradeView view, RefundApi refund) {
        gateway.add("taobao.openmall.trade.render", buy::render);
        gateway.add(TradeApi.CREATE, buy::create);
        gateway.add(TradeApi.PAY, buy::pay);
        gateway.add("taobao.openmall.trade.close", buy::close);
        gateway.add("taobao.openmall.trade.confirm", buy::confirm);
        gateway.add("taobao.openmall.trade.get", view::trade);
        gateway.add("taobao.openmall.trade.batch.get", view::trades);
        gateway.add("taobao.openmall.trace.search", view::trace);
        gateway.add("taobao.openmall.refund.create", refund::create);
        gateway.add("taobao.openmall.refund.get", refund::get);
        gateway.add("taobao.openmall.refund.close", refund::close);
        gateway.add("taobao.openmall.refund.submit", refund::submit);
    }

    /** A message for every change of status; scans of the parcel are no change. */
    private void on(Purchase purchase, Purchases.Event event) {
        switch (event) {
            case SCANNED, SIGNED -> {}
            case SHIPPED -> {
                refunds.overtakenBy(purchase);
                messages.trade(purchase, trades.status(purchase));
            }
            case MADE, PAID, DONE, BUYER_CLOSED, SELLER_CLOSED, TIMED_OUT ->
                messages.trade(purchase, trades.status(purchase));
        }
    }

    @Override
    public String name() {
        return TradeApi.SERVICE;
    }

    @Override
    public Handler handler() {
        return gateway;
    }

    @Override
    public void opened(Map<String, URI> addresses) {
        images = new Images(String.valueOf(addresses.get("world")));
        world.onChange((listing, change) -> watch.look(listing));
        kernel.clock().every(Duration.ofHours(1), "openmall item watch", watch::lookAtAll);
        trades.takeUp();
        refunds.takeUp();
    }

    @Override
    public Map<String, String> credentials() {
        var map = new LinkedHashMap<String, String>();
        map.put("appKey", settings.top().appKey());
        map.put("appSecret", settings.top().appSecret());
        map.put("code", settings.top().code());
        map.put("refreshToken", settings.top().refreshToken());
        map.put("distributor", settings.distributor());
        return map;
    }

    @Override
    public Object state() {
        var truth = GroundTruth.of(trades.purchases, world, Marketplace.TAOBAO);
        truth.forEach(order -> trades.purchases
                .find(String.valueOf(order.get("orderId")))
                .ifPresent(purchase -> order.put("topStatus", trades.status(purchase))));
        return Fields.of("orders", truth, "refunds", refunds.all(), "messagesWaiting", messages.waiting());
    }

    @Override
    public Map<String, String> actions() {
        var actions = new LinkedHashMap<String, String>();
        actions.put("ship-now", TRADE);
        actions.put("deliver-now", TRADE);
        actions.put("close-by-seller", TRADE);
        actions.put("agree-refund", "refundId");
        actions.put("refuse-refund", "refundId");
        actions.put("break-agreement", "broken");
        return actions;
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        String id = form.getOrDefault("orderId", "");
        Optional<?> after = switch (action) {
            case "ship-now" -> shipNow(id);
            case "deliver-now" -> trades.purchases.deliver(id);
            case "close-by-seller" -> trades.purchases.closeBySeller(id);
            case "agree-refund" -> refunds.agree(number(form, "refundId"));
            case "refuse-refund" -> refunds.refuse(number(form, "refundId"));
            case "break-agreement" -> {
                buy.breakAgreement(form.getOrDefault("broken", "true").equals("true"));
                yield Optional.of(Map.of("broken", form.getOrDefault("broken", "true")));
            }
            default -> throw new IllegalArgumentException("openmall knows no action " + action);
        };
        if (after.isEmpty()) {
            throw new IllegalArgumentException("No such trade or refund, or not in a state for it");
        }
        return after.get();
    }

    /** A held trade is not sent. */
    private Optional<Purchase> shipNow(String tid) {
        boolean held = trades.purchases.find(tid).filter(trades::held).isPresent();
        return held ? Optional.empty() : trades.purchases.ship(tid);
    }

    private static long number(Map<String, String> form, String field) {
        return Long.parseLong(form.getOrDefault(field, "").strip());
    }
}
