package io.sampan.simulators.ali1688;

import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.SimulatedService;
import io.sampan.simulators.seller.GroundTruth;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.world.Alike;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Uploads;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The simulated 1688: gateway, tokens, goods, orders, parcels and pushes. Source: docs/sources/1688.md. */
public final class Ali1688 implements SimulatedService {
    private static final String FENXIAO = "com.alibaba.fenxiao.crossborder";
    private static final String TRADE = "com.alibaba.trade";
    private static final String LOGISTICS = "com.alibaba.logistics";
    private static final String OPEN = "cn.alibaba.open";

    private final Ali1688Settings settings;
    private final Kernel kernel;
    private final World world;
    private final Tokens tokens;
    private final Gateway gateway;
    private final Purchases purchases;
    private final Refunds refunds;
    private final Watch watch;
    private volatile Images images = new Images("http://127.0.0.1");

    public Ali1688(Kernel kernel, World world, long seed, Ali1688Settings settings) {
        this.settings = settings;
        this.kernel = kernel;
        this.world = world;
        this.tokens = new Tokens(settings, kernel.books(), kernel.clock());
        this.gateway = new Gateway(settings, tokens, kernel.faults());
        this.purchases = new Purchases(kernel, world, Marketplace.ALI1688, seed);
        this.refunds = new Refunds(kernel, purchases, seed);
        var messages = new Messages(settings, kernel);
        this.watch = new Watch(world, messages, kernel.clock());
        purchases.onChange(messages::on);
        purchases.onChange((purchase, event) -> {
            if (event == Purchases.Event.SHIPPED) {
                refunds.overtakenBy(purchase);
            }
        });
        refunds.onChange(
                refund -> purchases.find(refund.orderId()).ifPresent(purchase -> messages.on(purchase, refund)));
        openGoods();
        openTrade();
        gateway.addOpen(OPEN, "push.query.messageList", messages::list);
        gateway.addOpen(OPEN, "push.message.confirm", messages::confirm);
    }

    private void openGoods() {
        var goods = new GoodsApi(world, () -> images, watch::seen);
        gateway.add(FENXIAO, "product.search.keywordQuery", goods::search);
        var uploads = new Uploads(kernel.books().open("1688-pictures", Uploads.Upload.class));
        var pictures = new PictureApi(new Alike(world), uploads, goods);
        gateway.add(FENXIAO, "product.image.upload", pictures::upload);
        gateway.add(FENXIAO, "product.search.imageQuery", pictures::search);
        gateway.add(FENXIAO, "product.search.queryProductDetail", goods::detail);
        gateway.add(FENXIAO, "category.translation.getById", goods::category);
        gateway.add(FENXIAO, "product.freight.estimate", goods::freight);
    }

    private void openTrade() {
        var trade = new TradeApi(world, purchases, kernel.faults(), settings.repeatedOrderIsNew());
        var pay = new PayApi(purchases, kernel.faults());
        var orders = new OrderApi(purchases, new OrderView(world, purchases, refunds, () -> images), kernel.clock());
        gateway.add(TRADE, "alibaba.createOrder.preview", trade::preview);
        gateway.add(TRADE, "alibaba.trade.createCrossOrder", trade::create);
        gateway.add(TRADE, "alibaba.trade.pay.protocolPay.isopen", pay::isOpen);
        gateway.add(TRADE, "alibaba.trade.pay.protocolPay.preparePay", pay::prepare);
        gateway.add(TRADE, "alibaba.alipay.url.get", pay::url);
        gateway.add(TRADE, "alibaba.trade.get.buyerView", orders::order);
        gateway.add(TRADE, "alibaba.trade.getBuyerOrderList", orders::list);
        gateway.add(TRADE, "alibaba.trade.cancel", orders::cancel);
        var back = new RefundApi(purchases, refunds);
        gateway.add(TRADE, "alibaba.trade.getRefundReasonList", back::reasons);
        gateway.add(TRADE, "alibaba.trade.createRefund", back::create);
        gateway.add(LOGISTICS, "alibaba.trade.getLogisticsInfos.buyerView", orders::logistics);
        gateway.add(LOGISTICS, "alibaba.trade.getLogisticsTraceInfo.buyerView", orders::trace);
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
        kernel.clock().every(Duration.ofHours(1), "1688 product watch", watch::lookAtAll);
        purchases.takeUp();
        refunds.takeUp();
    }

    @Override
    public Map<String, String> credentials() {
        var map = new LinkedHashMap<String, String>();
        map.put("appKey", settings.appKey());
        map.put("appSecret", settings.appSecret());
        map.put("code", settings.code());
        map.put("refreshToken", settings.refreshToken());
        return map;
    }

    @Override
    public Object state() {
        return Map.of("orders", GroundTruth.of(purchases, world, Marketplace.ALI1688));
    }

    @Override
    public Map<String, String> actions() {
        return Map.of(
                "ship-now", "orderId",
                "deliver-now", "orderId",
                "close-by-seller", "orderId",
                "agree-refund", "orderId",
                "refuse-refund", "orderId");
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        String id = form.getOrDefault("orderId", "");
        Optional<Purchase> after = switch (action) {
            case "ship-now" -> purchases.ship(id);
            case "deliver-now" -> purchases.deliver(id);
            case "close-by-seller" -> purchases.closeBySeller(id);
            case "agree-refund" -> refunds.agree(id).flatMap(refund -> purchases.find(id));
            case "refuse-refund" -> refunds.refuse(id).flatMap(refund -> purchases.find(id));
            default -> throw new IllegalArgumentException("1688 knows no action " + action);
        };
        return after.orElseThrow(() -> new IllegalArgumentException(
                purchases.find(id).map(p -> "order is " + p.state()).orElse("no such order")));
    }
}
