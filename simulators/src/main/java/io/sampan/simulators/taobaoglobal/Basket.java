package io.sampan.simulators.taobaoglobal;

import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client wants to buy, sorted by seller, and what of it cannot be had. */
record Basket(Map<Long, List<Item>> bySeller, List<Lacking> lacking) {
    private static final int MOST_LINES = 50;

    /** One thing that can be had. */
    record Item(Offer offer, Offer.Sku sku, int quantity, String lineNo) {
        long fen() {
            return sku.fen() * quantity;
        }
    }

    /** One thing that cannot. */
    record Lacking(long mpId, long mpSkuId, String lineNo, String code, String reason) {
        Lacking because(String why, String words) {
            return new Lacking(mpId, mpSkuId, lineNo, why, words);
        }
    }

    static Basket of(JsonNode lines, World world) {
        if (lines.size() > MOST_LINES) {
            throw Refused.business("PARAM_ERROR", "at most " + MOST_LINES + " lines");
        }
        Map<Long, List<Item>> bySeller = new LinkedHashMap<>();
        List<Lacking> lacking = new ArrayList<>();
        for (JsonNode line : lines) {
            long mpId = Call.number(line, "item_id");
            long mpSkuId = Call.number(line, "sku_id");
            int quantity = (int) Math.clamp(Call.number(line, "quantity"), 1, 100_000);
            String no = Call.text(line, "order_line_no");
            Offer offer = world.listing(Marketplace.TAOBAO, Ids.itemId(mpId))
                    .map(world::offer)
                    .orElse(null);
            Offer.Sku sku = offer == null ? null : sku(offer, Ids.skuId(mpSkuId));
            Lacking lack = lack(offer, sku, quantity, new Lacking(mpId, mpSkuId, no, "", ""));
            if (lack != null || offer == null || sku == null) {
                lacking.add(Objects.requireNonNull(lack));
                continue;
            }
            bySeller.computeIfAbsent(offer.listing().shop().id(), id -> new ArrayList<>())
                    .add(new Item(offer, sku, quantity, no));
        }
        return new Basket(bySeller, List.copyOf(lacking));
    }

    private static @Nullable Lacking lack(@Nullable Offer offer, Offer.@Nullable Sku sku, int quantity, Lacking asked) {
        if (offer == null || sku == null) {
            return asked.because("ITEM_NOT_FOUND", "商品不存在");
        }
        if (offer.status() == Offer.Status.OFF) {
            return asked.because("ITEM_OFFLINE", "商品已下架");
        }
        return sku.stock() < quantity ? asked.because("SKU_OUT_OF_STOCK", "库存不足") : null;
    }

    private static Offer.@Nullable Sku sku(Offer offer, long id) {
        return offer.skus().stream().filter(s -> s.id() == id).findFirst().orElse(null);
    }

    List<Item> items() {
        return bySeller.values().stream().flatMap(List::stream).toList();
    }

    /** Domestic freight to the warehouse: the dearest of each seller's offers, once. */
    static long freightFen(List<Item> ofOneSeller) {
        return ofOneSeller.stream()
                .mapToLong(item -> item.offer().freightFen())
                .max()
                .orElse(0);
    }

    long totalFen() {
        long goods = items().stream().mapToLong(Item::fen).sum();
        return goods + bySeller.values().stream().mapToLong(Basket::freightFen).sum();
    }

    static List<Purchase.Line> lines(List<Item> items) {
        return items.stream()
                .map(item -> new Purchase.Line(
                        "",
                        item.offer().listing().id(),
                        item.sku().id(),
                        item.quantity(),
                        item.sku().fen(),
                        item.lineNo()))
                .toList();
    }
}
