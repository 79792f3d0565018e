package io.sampan.simulators.ali1688;

import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a client wants to buy, checked as the preview documents it: one seller, known spec, stock, minimum. Source:
 * docs/sources/1688.md, error codes 500_001 to 500_005.
 */
record Cargo(List<Item> items) {
    static final int MOST_SKUS = 50;

    /** One SKU and how many of it. */
    record Item(Offer offer, Offer.Sku sku, int quantity) {}

    static Cargo of(JsonNode list, World world) {
        if (!list.isArray() || list.isEmpty()) {
            throw Refused.missing("cargoParamList");
        }
        if (list.size() > MOST_SKUS) {
            throw new Problem("500", "一次下单最多" + MOST_SKUS + "个SKU");
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode node : list) {
            items.add(item(node, world));
        }
        long sellers = items.stream()
                .map(item -> item.offer().listing().shop().id())
                .distinct()
                .count();
        if (sellers > 1) {
            String offer = String.valueOf(items.getLast().offer().listing().id());
            throw new Problem("500_002", "商品[" + offer + "]不属于同一卖家或者没有指定specId。", offer, "");
        }
        var cargo = new Cargo(List.copyOf(items));
        cargo.checkAmounts();
        return cargo;
    }

    private static Item item(JsonNode node, World world) {
        long id = Call.number(node, "offerId");
        String specId = Call.text(node, "specId");
        String offerId = String.valueOf(id);
        Offer offer = world.listing(Marketplace.ALI1688, id)
                .map(world::offer)
                .filter(o -> o.status() == Offer.Status.ON)
                .orElseThrow(() -> new Problem("500_001", "商品[" + id + "]不支持在线交易，无法下单。", offerId, specId));
        if (specId.isBlank()) {
            throw new Problem("500_002", "商品[" + id + "]不属于同一卖家或者没有指定specId。", offerId, "");
        }
        Offer.Sku sku = offer.skus().stream()
                .filter(s -> s.specId().equals(specId))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        "500_003", "商品[" + id + "]不属于同一卖家或者规格[" + specId + "] 不属于商品[" + id + "]", offerId, specId));
        int quantity = (int) Math.min(Call.number(node, "quantity"), 1_000_000);
        if (quantity < 1) {
            throw Refused.missing("quantity");
        }
        return new Item(offer, sku, quantity);
    }

    private void checkAmounts() {
        for (Item item : items) {
            long id = item.offer().listing().id();
            String spec = item.sku().specId();
            if (item.quantity() > item.sku().stock()) {
                throw soldOut(item);
            }
            if (piecesOf(item.offer()) < item.offer().minQuantity()) {
                throw new Problem("500_005", "商品[" + id + "]的购买数量不满足起批量限制。", String.valueOf(id), spec);
            }
        }
    }

    static Problem soldOut(Item item) {
        long id = item.offer().listing().id();
        String spec = item.sku().specId();
        return new Problem("500_004", "商品[" + id + "_" + spec + "]库存不足，请核实库存后订购。", String.valueOf(id), spec);
    }

    int piecesOf(Offer offer) {
        return items.stream()
                .filter(item -> item.offer().listing().id() == offer.listing().id())
                .mapToInt(Item::quantity)
                .sum();
    }

    long unitFen(Item item) {
        int pieces = piecesOf(item.offer());
        return pieces == 1
                ? OfferDetail.onePiece(item.offer(), item.sku())
                : item.offer().unitFen(item.sku(), pieces);
    }

    long goodsFen() {
        return items.stream().mapToLong(item -> unitFen(item) * item.quantity()).sum();
    }

    long freightFen() {
        Map<Long, Long> byOffer = new LinkedHashMap<>();
        for (Item item : items) {
            byOffer.put(item.offer().listing().id(), OfferDetail.freightFen(item.offer(), piecesOf(item.offer())));
        }
        return byOffer.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Purchase.Line> lines() {
        return items.stream()
                .map(item -> new Purchase.Line(
                        "", item.offer().listing().id(), item.sku().id(), item.quantity(), unitFen(item), ""))
                .toList();
    }

    /** The lines in two halves; a single line of several pieces is cut in two; one single piece stays whole. */
    static List<List<Purchase.Line>> halves(List<Purchase.Line> lines) {
        if (lines.size() > 1) {
            int middle = lines.size() / 2;
            return List.of(lines.subList(0, middle), lines.subList(middle, lines.size()));
        }
        Purchase.Line line = lines.getFirst();
        int first = line.quantity() / 2;
        return first == 0
                ? List.of(lines)
                : List.of(List.of(part(line, first)), List.of(part(line, line.quantity() - first)));
    }

    private static Purchase.Line part(Purchase.Line line, int quantity) {
        return new Purchase.Line("", line.offerId(), line.skuId(), quantity, line.unitFen(), line.outerLine());
    }
}
