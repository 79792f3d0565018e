package io.sampan.simulators.ali1688;

import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Faults;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import io.sampan.simulators.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Preview and create. Source: docs/sources/1688/preview, create, create-split, create-sold-out. */
final class TradeApi {
    static final String SERVICE = "1688";
    private static final String CREATE = "alibaba.trade.createCrossOrder";
    private static final Set<String> FLOWS =
            Set.of("general", "fenxiao", "saleproxy", "boutiquefenxiao", "boutiquepifa", "paired", "repurchase");

    private final World world;
    private final Purchases purchases;
    private final Faults faults;
    private final boolean repeatedOrderIsNew;

    TradeApi(World world, Purchases purchases, Faults faults, boolean repeatedOrderIsNew) {
        this.world = world;
        this.purchases = purchases;
        this.faults = faults;
        this.repeatedOrderIsNew = repeatedOrderIsNew;
    }

    Object preview(Call call) {
        JsonNode list = call.json("cargoParamList");
        receiver(call.json("addressParam"));
        try {
            return previewed(Cargo.of(list, world));
        } catch (Problem problem) {
            return Fields.of(
                    "success",
                    false,
                    "errorCode",
                    problem.code,
                    "errorMsg",
                    problem.getMessage(),
                    "orderPreviewResuslt",
                    List.of());
        }
    }

    private static Object previewed(Cargo cargo) {
        long goods = cargo.goodsFen();
        long freight = cargo.freightFen();
        Map<String, @Nullable Object> row = Fields.of(
                "status",
                true,
                "resultCode",
                "200",
                "message",
                null,
                "flowFlag",
                "general",
                "discountFee",
                0,
                "additionalFee",
                0,
                "sumPayment",
                goods + freight,
                "sumCarriage",
                freight,
                "sumPaymentNoCarriage",
                goods,
                "taoSampleSinglePromotion",
                false,
                "tradeModeNameList",
                List.of("assureTrade"),
                "cargoList",
                cargo.items().stream().map(item -> cargo(cargo, item)).toList(),
                "shopPromotionList",
                List.of());
        row.put("tradeModelList", List.of(escrow()));
        row.put("payChannelInfos", List.of(Fields.of("name", "alipay", "amountLimit", 100_000_000)));
        return previewed(row);
    }

    private static Object previewed(Map<String, @Nullable Object> row) {
        return Fields.of(
                "success", true,
                "errorCode", null,
                "errorMsg", null,
                "postFeeByDescOfferList", List.of(),
                "consignOfferList", List.of(),
                "unsupportedCrossBorderPayOfferList", List.of(),
                "orderPreviewResuslt", List.of(row));
    }

    private static Map<String, @Nullable Object> escrow() {
        return Fields.of("name", "担保交易", "description", "交易4.0通用担保交易", "tradeType", "assureTrade", "opSupport", true);
    }

    private static Map<String, @Nullable Object> cargo(Cargo cargo, Cargo.Item item) {
        long unit = cargo.unitFen(item);
        return Fields.of(
                "offerId", item.offer().listing().id(),
                "skuId", item.sku().id(),
                "specId", item.sku().specId(),
                "finalUnitPrice", Fields.yuan(unit),
                "amount", Fields.yuan(unit * item.quantity()),
                "resultCode", "200",
                "message", null,
                "cargoPromotionList", List.of());
    }

    Object create(Call call) {
        if (!FLOWS.contains(call.needed("flow"))) {
            throw Refused.missing("flow");
        }
        JsonNode list = call.json("cargoParamList");
        Purchase.Receiver receiver = receiver(call.json("addressParam"));
        String outerId = call.text("outOrderId");
        List<Purchase> before = purchases.all().stream()
                .filter(p -> !outerId.isBlank() && p.outerId().equals(outerId))
                .toList();
        if (!repeatedOrderIsNew && !before.isEmpty()) {
            return created(before);
        }
        try {
            misfortunes(list);
            return created(make(Cargo.of(list, world), outerId, receiver));
        } catch (Problem problem) {
            return refused(problem);
        }
    }

    /** The armed faults between preview and create: the goods go, or their price moves, for everybody. */
    private void misfortunes(JsonNode list) {
        Optional<Fault> soldOut = faults.take(SERVICE, CREATE, FaultKind.SOLD_OUT_AFTER_PREVIEW);
        Optional<Fault> moved = faults.take(SERVICE, CREATE, FaultKind.PRICE_MOVED_AFTER_PREVIEW);
        if (soldOut.isEmpty() && moved.isEmpty()) {
            return;
        }
        Cargo cargo = Cargo.of(list, world);
        Cargo.Item first = cargo.items().getFirst();
        soldOut.ifPresent(
                f -> world.setStock(first.offer().listing(), first.sku().id(), 0));
        moved.ifPresent(fault -> cargo.items().stream()
                .map(item -> item.offer().listing())
                .distinct()
                .forEach(listing -> world.movePrice(listing, 0, fault.factor() == 0 ? 1.2 : fault.factor() / 100.0)));
    }

    private synchronized List<Purchase> make(Cargo cargo, String outerId, Purchase.Receiver receiver) {
        boolean split = faults.take(SERVICE, CREATE, FaultKind.SPLIT_ORDER).isPresent();
        List<List<Purchase.Line>> parts = split ? Cargo.halves(cargo.lines()) : List.of(cargo.lines());
        List<Purchase> made = new ArrayList<>();
        for (List<Purchase.Line> lines : parts) {
            long freight = made.isEmpty() ? cargo.freightFen() : 0;
            long shop = cargo.items().getFirst().offer().listing().shop().id();
            Optional<Purchase> purchase =
                    purchases.make(new Purchases.Draft(outerId, shop, lines, freight, receiver), made.size());
            if (purchase.isEmpty()) {
                made.forEach(p -> purchases.closeBySeller(p.id()));
                throw Cargo.soldOut(cargo.items().getFirst());
            }
            made.add(purchase.get());
        }
        return made;
    }

    private static Object created(List<Purchase> made) {
        Map<String, @Nullable Object> result = Fields.of("success", true, "code", null, "message", null);
        if (made.size() == 1) {
            result.put("orderId", made.getFirst().id());
            result.put("totalSuccessAmount", made.getFirst().totalFen());
            result.put("postFee", made.getFirst().freightFen());
        }
        result.put("failedOfferList", List.of());
        if (made.size() > 1) {
            result.put("orderList", made.stream().map(TradeApi::simple).toList());
        }
        return Fields.of("success", true, "code", null, "message", null, "result", result);
    }

    private static Map<String, @Nullable Object> simple(Purchase purchase) {
        return Fields.of(
                "orderId",
                purchase.id(),
                "orderAmmount",
                purchase.totalFen(),
                "postFee",
                purchase.freightFen(),
                "discount",
                0,
                "sumPaymentNoCarriageFromClient",
                purchase.goodsFen(),
                "mergePay",
                false,
                "chooseFreeFreight",
                false,
                "success",
                true,
                "resultCode",
                "200",
                "message",
                null);
    }

    private static Object refused(Problem problem) {
        Map<String, @Nullable Object> failed = Fields.of(
                "offerId", problem.offerId,
                "specId", problem.specId,
                "errorCode", problem.code,
                "errorMessage", problem.getMessage());
        return Fields.of(
                "success",
                false,
                "code",
                problem.code,
                "message",
                problem.getMessage(),
                "result",
                Fields.of(
                        "success",
                        false,
                        "code",
                        problem.code,
                        "message",
                        problem.getMessage(),
                        "failedOfferList",
                        problem.offerId.isEmpty() ? List.of() : List.of(failed)));
    }

    /** The address, by precedence saved, by district code, by text. Source: docs/sources/1688.md; saved ones are not simulated. */
    private static Purchase.Receiver receiver(JsonNode node) {
        String province = Call.text(node, "provinceText");
        String district = Call.text(node, "districtCode");
        boolean placed = !district.isBlank() || !province.isBlank();
        if (Call.text(node, "fullName").isBlank() || Call.text(node, "address").isBlank() || !placed) {
            throw Refused.missing("addressParam");
        }
        return new Purchase.Receiver(
                Call.text(node, "fullName"),
                Call.text(node, "mobile"),
                Call.text(node, "phone"),
                Call.text(node, "postCode"),
                province,
                Call.text(node, "cityText"),
                Call.text(node, "areaText"),
                Call.text(node, "townText"),
                Call.text(node, "address"),
                district.isBlank() ? "330108" : district);
    }
}
