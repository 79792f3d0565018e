package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.SimulatedService;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.GroundTruth;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The simulated JD VOP: tokens, pool, prices, orders and messages. Source: docs/sources/jdvop.md. */
public final class JdVop implements SimulatedService {
    private final JdVopSettings settings;
    private final Kernel kernel;
    private final World world;
    private final Gateway gateway;
    private final Purchases purchases;
    private final Orders orders;
    private final Watch watch;
    private volatile Images images = new Images("http://127.0.0.1");

    public JdVop(Kernel kernel, World world, long seed, JdVopSettings settings) {
        this.settings = settings;
        this.kernel = kernel;
        this.world = world;
        this.gateway = new Gateway(settings, new Tokens(settings, kernel.books(), kernel.clock()), kernel);
        this.purchases = new Purchases(kernel, world, Marketplace.JD, seed);
        var messages = new Messages(kernel);
        this.orders = new Orders(kernel, purchases, messages, settings);
        var pool = new Pool(world, seed, settings.contractPercent());
        this.watch = new Watch(pool, messages);
        var delivery = new Delivery(new Areas(), seed);
        openGoods(pool);
        openPrices(new PriceApi(pool, delivery, orders, settings, watch::seen));
        openPlaces(delivery);
        openOrders(pool, delivery);
        gateway.add("message/get", messages::get);
        gateway.add("message/del", messages::delete);
    }

    private void openGoods(Pool pool) {
        var search = new SearchApi(world, pool, () -> images);
        gateway.add("search/search", search::search);
        gateway.add("product/getPageNum", search::pools);
        gateway.add("product/getSku", search::poolAsText);
        gateway.add("product/getSkuByPage", search::pool);
        gateway.add("product/getCategory", search::category);
        var goods = new GoodsApi(pool, () -> images, watch::seen);
        gateway.add("product/getDetail", goods::detail);
        gateway.add("product/skuImage", goods::images);
        gateway.add("product/skuState", goods::states);
        gateway.add("product/check", goods::check);
        gateway.add("product/getSimilarSku", goods::similar);
    }

    private void openPrices(PriceApi prices) {
        gateway.add("price/getSellPrice", prices::sellPrices);
        gateway.add("price/getPrice", prices::prices);
        gateway.add("price/getBalance", prices::balance);
        gateway.add("stock/getNewStockById", prices::newStock);
        gateway.add("stock/getStockById", prices::oldStock);
        gateway.add("product/checkAreaLimit", prices::areaLimits);
        gateway.add("order/getFreight", prices::freight);
    }

    private void openPlaces(Delivery delivery) {
        gateway.add("area/getProvince", delivery::provinces);
        gateway.add("area/getCity", delivery::in);
        gateway.add("area/getCounty", delivery::in);
        gateway.add("area/getTown", delivery::in);
        gateway.add("area/checkArea", delivery::check);
        gateway.add("area/getJDAddressFromAddress", delivery::fromText);
    }

    private void openOrders(Pool pool, Delivery delivery) {
        var misfortunes = new Misfortunes(kernel.faults(), world, pool);
        var submit = new SubmitApi(pool, delivery, orders, misfortunes, settings);
        var settle = new SettleApi(orders, misfortunes);
        gateway.add("order/submitOrder", submit::submit);
        gateway.add("order/confirmOrder", settle::confirm);
        gateway.add("order/doPay", settle::pay);
        gateway.add("order/cancel", settle::cancel);
        var read = new OrderApi(orders, new OrderView(pool, orders), purchases, kernel.clock());
        gateway.add("order/selectJdOrderIdByThirdOrder", read::byThirdOrder);
        gateway.add("order/selectJdOrder", read::order);
        gateway.add("order/orderTrack", read::track);
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
        world.onChange((listing, change) -> watch.look(listing));
        kernel.clock().every(Duration.ofHours(1), "jd-vop goods watch", watch::lookAtAll);
        purchases.takeUp();
        orders.takeUp();
    }

    @Override
    public Map<String, String> credentials() {
        var map = new LinkedHashMap<String, String>();
        map.put("clientId", settings.clientId());
        map.put("clientSecret", settings.clientSecret());
        map.put("username", settings.username());
        map.put("password", settings.password());
        return map;
    }

    /** Every part is an order of its own here, as on other marketplaces; {@code jdOrderId} is what the enterprise was answered. */
    @Override
    public Object state() {
        Map<String, VopOrder> byPart = new HashMap<>();
        orders.all().forEach(order -> order.parts().forEach(part -> byPart.put(part, order)));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> row : GroundTruth.of(purchases, world, Marketplace.JD)) {
            VopOrder order = byPart.get(String.valueOf(row.get("orderId")));
            if (order != null) {
                row.put("jdOrderId", order.id());
                row.put("parts", order.parts().size());
                row.put("confirmed", order.confirmed() != null);
                row.put("refused", order.refused().contains(String.valueOf(row.get("orderId"))));
                rows.add(row);
            }
        }
        return Fields.of("orders", rows, "balanceFen", orders.balance().fen());
    }

    @Override
    public Map<String, String> actions() {
        var actions = new LinkedHashMap<String, String>();
        List.of("ship-now", "deliver-now", "close-by-seller", "refuse")
                .forEach(action -> actions.put(action, "orderId (of an order, or of a part)"));
        actions.put("set-balance", "fen");
        return actions;
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        String id = form.getOrDefault("orderId", "");
        return switch (action) {
            case "ship-now" -> each(id, part -> purchases.ship(part.id()));
            case "deliver-now" -> each(id, part -> purchases.deliver(part.id()));
            case "close-by-seller" -> each(id, part -> purchases.closeBySeller(part.id()));
            case "refuse" -> each(id, part -> orders.refuse(order(id), part.id()));
            case "set-balance" -> {
                orders.balance().set(Long.parseLong(form.getOrDefault("fen", "")));
                yield Map.of("balanceFen", orders.balance().fen());
            }
            default -> throw new IllegalArgumentException("jd-vop knows no action " + action);
        };
    }

    private VopOrder order(String id) {
        return orders.all().stream()
                .filter(order -> order.id().equals(id) || order.parts().contains(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such order"));
    }

    /** Does something to the part of that number, or to all parts of the order of that number. */
    private List<Purchase> each(String id, Function<Purchase, Optional<Purchase>> deed) {
        VopOrder order = order(id);
        List<Purchase> after = orders.parts(order).stream()
                .filter(part -> id.equals(order.id()) || id.equals(part.id()))
                .flatMap(part -> deed.apply(part).stream())
                .toList();
        if (after.isEmpty()) {
            throw new IllegalArgumentException("The order is not in a state for it");
        }
        return after;
    }
}
