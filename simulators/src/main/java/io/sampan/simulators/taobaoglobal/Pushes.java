package io.sampan.simulators.taobaoglobal;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.PushMessage;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pushes of type 3 (status), 8 (price) and 9 (refund). Source: docs/sources/taobaoglobal/push-status, push-price, push-refund. */
final class Pushes {
    private static final int MOST_WATCHED = 2_000;

    private final TaobaoGlobalSettings settings;
    private final Kernel kernel;
    private final World world;
    private final Purchases purchases;
    private final OrderApi orders;
    private final Map<Long, Long> seenFen = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > MOST_WATCHED;
        }
    };

    Pushes(TaobaoGlobalSettings settings, Kernel kernel, World world, Purchases purchases, OrderApi orders) {
        this.settings = settings;
        this.kernel = kernel;
        this.world = world;
        this.purchases = purchases;
        this.orders = orders;
    }

    void on(Purchase purchase, Purchases.Event event) {
        if (event == Purchases.Event.SCANNED || event == Purchases.Event.SIGNED) {
            return;
        }
        int nth = BuyApi.nth(purchases.all(), purchase);
        send(
                3,
                Fields.of(
                        "purchase_id", Ids.purchase(nth),
                        "outer_purchase_id", purchase.outerId(),
                        "status", orders.status(purchase)));
        boolean refunded = purchase.state() == Purchase.State.CLOSED && purchase.paid();
        for (int line = 0; refunded && line < purchase.lines().size(); line++) {
            send(
                    9,
                    Fields.of(
                            "purchase_id", Ids.purchase(nth),
                            "sub_purchase_order_id", Ids.line(nth, line),
                            "refund_status", 100));
        }
    }

    synchronized void seen(Listing listing) {
        seenFen.put(listing.id(), world.fen(listing));
    }

    synchronized void lookAtAll() {
        for (Long id : List.copyOf(seenFen.keySet())) {
            world.listing(Marketplace.TAOBAO, id).ifPresent(this::look);
        }
    }

    /** Looks at an item read lately; tells when its price has moved since. */
    synchronized void look(Listing listing) {
        Long before = listing.marketplace() == Marketplace.TAOBAO ? seenFen.get(listing.id()) : null;
        long now = world.fen(listing);
        if (before != null && before != now) {
            seenFen.put(listing.id(), now);
            send(8, Fields.of("item_id", listing.id(), "mp_id", Ids.mpId(listing.id()), "change", "PRICE"));
        }
    }

    private void send(int type, Map<String, @Nullable Object> data) {
        String body = Json.text(Fields.of(
                "message_type", type, "timestamp", kernel.clock().now().toEpochMilli(), "data", data));
        String signature = new Signature(settings.appSecret()).ofPush(settings.appKey(), body);
        kernel.push().send(Gateway.SERVICE, () -> PushMessage.json("type-" + type, body, "Authorization", signature));
    }
}
