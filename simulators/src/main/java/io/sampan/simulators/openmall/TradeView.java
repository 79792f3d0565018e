package io.sampan.simulators.openmall;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Trip;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Rows;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading trades and their parcels. Source: docs/sources/openmall/trade, trade-list, trace, trace-none. */
final class TradeView {
    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_PAGES = 100_000;
    private static final Duration PROMISED = Duration.ofHours(48);

    private final World world;
    private final Trades trades;
    private final Refunds refunds;
    private final InstantSource clock;
    private final OpenMallSettings settings;

    TradeView(World world, Trades trades, Refunds refunds, InstantSource clock, OpenMallSettings settings) {
        this.world = world;
        this.trades = trades;
        this.refunds = refunds;
        this.clock = clock;
        this.settings = settings;
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Call.written(time);
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }

    Map<String, @Nullable Object> trade(Call call) {
        Purchase purchase = trades.asked(call);
        Trade trade = trades.of(purchase);
        Purchase.Times times = purchase.times();
        Purchase.Line line = purchase.lines().getFirst();
        Map<String, @Nullable Object> view = Fields.of(
                "tid", purchase.id(),
                "status", trades.status(purchase),
                "payment", Fields.yuanText(purchase.totalFen()),
                "post_fee", Fields.yuanText(purchase.freightFen()),
                "has_post_fee", purchase.freightFen() > 0,
                "total_fee", Fields.yuanText(purchase.goodsFen()),
                "price", Fields.yuanText(line.unitFen()),
                "num", line.quantity(),
                "num_iid", line.offerId(),
                "title", trades.purchases.shop(purchase.shopId()).name(),
                "seller_nick", trades.purchases.shop(purchase.shopId()).name(),
                "created", time(times.created()),
                "modified", time(times.modified()),
                "pay_time", time(times.paid()),
                "consign_time", time(times.shipped()),
                "end_time", time(times.done() != null ? times.done() : times.closed()));
        view.put("alipay_no", purchase.paid() ? "20" + purchase.id().substring(2) + "001" : null);
        view.put("mark_desc", present(trade.mark()));
        view.put("distributor", settings.distributor());
        view.put("buyer_channel", trade.channel());
        view.put("buyer_channel_id", present(trade.channelId()));
        view.put("buyer_memo", present(trade.memo()));
        view.put("shipping_type", purchase.freightFen() == 0 ? "free" : trade.shippingType());
        view.put("est_con_time", time(times.paid() == null ? null : times.paid().plus(PROMISED)));
        receiver(view, purchase.receiver());
        view.put("orders", new Rows("top_order_vo", List.of(order(purchase, line))));
        return Fields.of("result", view);
    }

    private static void receiver(Map<String, @Nullable Object> view, Purchase.Receiver to) {
        view.put("receiver_name", to.name());
        view.put("receiver_mobile", to.mobile());
        view.put("receiver_phone", present(to.phone()));
        view.put("receiver_state", to.province());
        view.put("receiver_city", to.city());
        view.put("receiver_district", present(to.area()));
        view.put("receiver_address", to.address());
        view.put("receiver_zip", present(to.postCode()));
    }

    private Map<String, @Nullable Object> order(Purchase purchase, Purchase.Line line) {
        Offer offer =
                world.offer(world.listing(Marketplace.TAOBAO, line.offerId()).orElseThrow());
        Optional<Refund> refund = refunds.lastOf(purchase.id());
        Purchase.Shipping shipping = purchase.shipping();
        String sku = offer.skus().stream()
                .filter(s -> s.id() == line.skuId())
                .findFirst()
                .map(Props::named)
                .orElse("");
        return Fields.of(
                "oid", Long.parseLong(purchase.id()),
                "num_iid", line.offerId(),
                "sku_id", String.valueOf(line.skuId()),
                "sku_properties_name", sku,
                "title", offer.listing().title().zh(),
                "num", line.quantity(),
                "price", Fields.yuanText(line.unitFen()),
                "total_fee", Fields.yuanText(line.fen()),
                "payment", Fields.yuanText(purchase.totalFen()),
                "status", trades.status(purchase),
                "refund_id", refund.map(Refund::id).orElse(null),
                "refund_status", refund.map(r -> r.status().name()).orElse(null),
                "is_sh_ship", shipping != null,
                "consign_time", time(purchase.times().shipped()),
                "logistics_company", shipping == null ? null : shipping.company(),
                "invoice_no", shipping == null ? null : shipping.waybill());
    }

    /** The list is behind, and says of a trade what was so then: what was just made is not in it yet. */
    Map<String, @Nullable Object> trades(Call call) {
        trades.checkDistributor(call.needed("distributor"));
        Instant from = call.time("start_created");
        Instant to = call.time("end_created").plusMillis(999);
        call.needed("page_index");
        call.needed("page_size");
        int page = call.number("page_index", 1, 1, MOST_PAGES);
        int size = call.number("page_size", 1, 1, MOST_PER_PAGE);
        Instant asOf = clock.instant().minus(settings.listDelay());
        List<Purchase> fitting = trades.purchases.all().stream()
                .filter(p -> !p.times().created().isBefore(from)
                        && !p.times().created().isAfter(to)
                        && !p.times().created().isAfter(asOf))
                .toList();
        List<Map<String, @Nullable Object>> rows = fitting.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(purchase -> row(purchase, asOf))
                .toList();
        return Fields.of("entities", new Rows("top_trade_detail_vo", rows), "total_count", fitting.size());
    }

    private Map<String, @Nullable Object> row(Purchase purchase, Instant asOf) {
        Purchase.Line line = purchase.lines().getFirst();
        return Fields.of(
                "tid", Long.parseLong(purchase.id()),
                "out_id", purchase.outerId(),
                "payment", Fields.yuanText(purchase.totalFen()),
                "post_fee", Fields.yuanText(purchase.freightFen()),
                "num_iid", line.offerId(),
                "num", line.quantity(),
                "status", trades.statusAt(purchase, asOf));
    }

    Map<String, @Nullable Object> trace(Call call) {
        Purchase purchase = trades.asked(call);
        Purchase.Shipping shipping = purchase.shipping();
        if (shipping == null) {
            return Fields.of("result", Fields.of("tid", purchase.id(), "status", "等候发送给物流公司"));
        }
        List<Trip.Step> steps = trades.purchases
                .trip(purchase)
                .map(trip -> trip.until(clock.instant()))
                .orElse(List.of());
        boolean signed = !steps.isEmpty() && steps.getLast().kind() == Trip.Kind.SIGNED;
        return Fields.of(
                "result",
                Fields.of(
                        "tid", purchase.id(),
                        "company_name", shipping.company(),
                        "out_sid", shipping.waybill(),
                        "status", signed ? "对方已签收" : "物流公司揽收成功",
                        "trace_list",
                                new Rows(
                                        "transit_step_info_vo",
                                        steps.stream().map(TradeView::step).toList())));
    }

    private static Map<String, @Nullable Object> step(Trip.Step step) {
        String action = switch (step.kind()) {
            case COLLECTED -> "GOT";
            case TRANSPORT -> "TRANSPORT";
            case DELIVERING -> "DELIVERING";
            case SIGNED -> "SIGNED";
        };
        return Fields.of("status_time", Call.written(step.at()), "status_desc", step.text(), "action", action);
    }
}
