package io.sampan.simulators.taobaoglobal;

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

/** The simulated Taobao Global: gateway, tokens, items, orders, parcels and pushes. Source: docs/sources/taobaoglobal.md. */
public final class TaobaoGlobal implements SimulatedService {
    private final TaobaoGlobalSettings settings;
    private final Kernel kernel;
    private final World world;
    private final Gateway gateway;
    private final Purchases purchases;
    private final Pushes pushes;
    private volatile Images images = new Images("http://127.0.0.1");

    public TaobaoGlobal(Kernel kernel, World world, long seed, TaobaoGlobalSettings settings) {
        this.settings = settings;
        this.kernel = kernel;
        this.world = world;
        this.gateway = new Gateway(settings, new Tokens(settings, kernel.books(), kernel.clock()), kernel);
        this.purchases = new Purchases(kernel, world, Marketplace.TAOBAO, seed);
        var orders = new OrderApi(purchases, kernel.clock(), settings);
        this.pushes = new Pushes(settings, kernel, world, purchases, orders);
        purchases.onChange(pushes::on);
        var uploads = new Uploads(kernel.books().open("taobao-global-pictures", Uploads.Upload.class));
        var items = new ItemApi(world, () -> images, pushes::seen);
        var pictures = new PictureApi(new Alike(world), uploads, items);
        var buy = new BuyApi(world, kernel, purchases);
        gateway.add("/traffic/item/search", Envelope.TRAFFIC, items::search);
        gateway.add("/upload/image", Envelope.TRAFFIC, pictures::upload);
        gateway.add("/traffic/item/imgsearch", Envelope.TRAFFIC, pictures::search);
        gateway.add("/traffic/item/get", Envelope.TRAFFIC, items::item);
        gateway.add("/product/get", Envelope.ORDER, items::product);
        gateway.add("/product/translate/get", Envelope.ORDER, items::translation);
        gateway.add("/purchase/order/render", Envelope.RESULT, buy::render);
        gateway.add("/purchase/order/create", Envelope.ORDER, buy::create);
        gateway.add("/purchase/order/batch/pay", Envelope.ORDER, buy::pay);
        gateway.add("/purchase/order/asyn/cancel", Envelope.ORDER, buy::cancel);
        gateway.add("/purchase/orders/query", Envelope.ORDER, orders::orders);
        gateway.add("/logistics/detail/get", Envelope.RESULT, orders::logistics);
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
        world.onChange((listing, change) -> pushes.look(listing));
        kernel.clock().every(Duration.ofHours(1), "taobao-global price watch", pushes::lookAtAll);
        purchases.takeUp();
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
        var truth = GroundTruth.of(purchases, world, Marketplace.TAOBAO);
        for (int nth = 0; nth < truth.size(); nth++) {
            truth.get(nth).put("purchaseId", String.valueOf(Ids.purchase(nth)));
        }
        return Map.of("orders", truth);
    }

    @Override
    public Map<String, String> actions() {
        String which = "purchaseId or orderId";
        return Map.of("ship-now", which, "deliver-now", which, "close-by-seller", which);
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        String id = form.getOrDefault("orderId", "");
        String number = form.getOrDefault("purchaseId", "");
        if (number.matches("\\d{1,18}")) {
            id = BuyApi.byNumber(purchases.all(), Long.parseLong(number))
                    .map(Purchase::id)
                    .orElse("");
        }
        Optional<Purchase> after = switch (action) {
            case "ship-now" -> purchases.ship(id);
            case "deliver-now" -> purchases.deliver(id);
            case "close-by-seller" -> purchases.closeBySeller(id);
            default -> throw new IllegalArgumentException("taobao-global knows no action " + action);
        };
        return after.orElseThrow(() -> new IllegalArgumentException("No such order, or not in a state for it"));
    }
}
