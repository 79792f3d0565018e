package io.sampan.simulators.pinduoduo;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders of whoever followed our links, by when they last changed. Source: docs/sources/pinduoduo/orders. */
final class OrderApi {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LEAST_PER_PAGE = 10;
    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_PAGES = 10_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final Kernel kernel;
    private final World world;
    private final Signs signs;
    private final long seed;
    private final PinduoduoSettings settings;
    private final Book<AffiliateOrder> book;

    OrderApi(Kernel kernel, World world, Signs signs, long seed, PinduoduoSettings settings) {
        this.kernel = kernel;
        this.world = world;
        this.signs = signs;
        this.seed = seed;
        this.settings = settings;
        this.book = kernel.books().open("pinduoduo-orders", AffiliateOrder.class);
    }

    List<AffiliateOrder> all() {
        return book.values();
    }

    /** Somebody follows a link and buys. */
    synchronized AffiliateOrder buy(String goodsSign, int quantity, String custom) {
        Offer offer = signs.listing(goodsSign)
                .map(world::offer)
                .filter(one -> one.status() == Offer.Status.ON)
                .orElseThrow(() -> new IllegalArgumentException("No such goods on sale"));
        if (quantity < 1 || quantity > 1_000) {
            throw new IllegalArgumentException("quantity: 1 to 1000");
        }
        Instant now = kernel.clock().now();
        String day = DAY.format(now.atZone(ZoneId.of("Asia/Shanghai")));
        var order = new AffiliateOrder(
                day + "-%015d".formatted(book.size() + 1),
                offer.listing().id(),
                goodsSign,
                offer.listing().title().zh(),
                quantity,
                offer.lowestFen(),
                Goods.of(offer, goodsSign, seed).ratePermille(),
                custom,
                now);
        book.put(order.sn(), order);
        return order;
    }

    Map<String, @Nullable Object> increment(Call call) {
        Instant from = Instant.ofEpochSecond(call.number("start_update_time"));
        Instant to = Instant.ofEpochSecond(call.number("end_update_time"));
        if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Refused.parameter("start_update_time, end_update_time");
        }
        int page = call.number("page", 1, 1, MOST_PAGES);
        int size = call.number("page_size", MOST_PER_PAGE, LEAST_PER_PAGE, MOST_PER_PAGE);
        Instant now = kernel.clock().now();
        List<AffiliateOrder> changed = book.values().stream()
                .filter(order -> !modified(order, now).isBefore(from)
                        && !modified(order, now).isAfter(to))
                .toList();
        return Fields.of(
                "total_count",
                changed.size(),
                "order_list",
                changed.stream()
                        .skip((long) (page - 1) * size)
                        .limit(size)
                        .map(order -> row(order, now))
                        .toList());
    }

    private static Instant modified(AffiliateOrder order, Instant now) {
        return order.at(order.status(now));
    }

    private Map<String, @Nullable Object> row(AffiliateOrder order, Instant now) {
        AffiliateOrder.Status status = order.status(now);
        return Fields.of(
                "order_sn", order.sn(),
                "order_status", status.number,
                "order_status_desc", status.words,
                "order_amount", order.fen(),
                "goods_id", order.goodsId(),
                "goods_sign", order.goodsSign(),
                "goods_name", order.goodsName(),
                "goods_price", order.unitFen(),
                "goods_quantity", order.quantity(),
                "promotion_rate", order.ratePermille(),
                "promotion_amount", order.fen() * order.ratePermille() / 1_000,
                "p_id", settings.pid(),
                "custom_parameters", order.custom(),
                "type", 0,
                "order_create_time", order.paid().getEpochSecond(),
                "order_pay_time", order.paid().getEpochSecond(),
                "order_group_success_time", reached(order, AffiliateOrder.Status.GROUPED, now),
                "order_receive_time", reached(order, AffiliateOrder.Status.RECEIVED, now),
                "order_verify_time", reached(order, AffiliateOrder.Status.AUDITED, now),
                "order_settle_time", reached(order, AffiliateOrder.Status.SETTLED, now),
                "order_modify_at", modified(order, now).getEpochSecond());
    }

    private static @Nullable Long reached(AffiliateOrder order, AffiliateOrder.Status status, Instant now) {
        Instant at = order.at(status);
        return at.isAfter(now) ? null : at.getEpochSecond();
    }
}
