package io.sampan.simulators.ali1688;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asking for money back without sending goods back. Source: docs/sources/1688/refund-reasons, refund-create, refund-refused. Goods that go back
 * ({@code returnRefund}) are not simulated.
 */
final class RefundApi {
    private static final int SHORTEST_DESCRIPTION = 2;
    private static final int LONGEST_DESCRIPTION = 150;

    /** One of the platform's reasons. */
    private record Reason(long id, String name, boolean needsVoucher, boolean withoutFreight) {
        Map<String, @Nullable Object> row() {
            return Fields.of(
                    "id", id,
                    "name", name,
                    "needVoucher", needsVoucher,
                    "noRefundCarriage", withoutFreight,
                    "tip", "");
        }
    }

    private static final Map<String, List<Reason>> REASONS = Map.of(
            Refund.NOT_SENT,
            List.of(
                    new Reason(20_021, "卖家发错货/漏发货", true, false),
                    new Reason(20_017, "协商一致不退运费", false, true),
                    new Reason(20_018, "不想买了", false, false),
                    new Reason(20_020, "缺货/未按约定时间发货", false, false)),
            "refundWaitBuyerReceive",
            List.of(new Reason(20_031, "未收到货", false, false), new Reason(20_032, "物流异常", true, false)),
            "refundBuyerReceived",
            List.of(new Reason(20_041, "质量问题", true, false), new Reason(20_042, "其他", false, true)),
            "aftersaleBuyerNotReceived",
            List.of(new Reason(20_051, "未收到货", true, false)),
            "aftersaleBuyerReceived",
            List.of(new Reason(20_061, "质量问题", true, true)));

    private final Purchases purchases;
    private final Refunds refunds;

    RefundApi(Purchases purchases, Refunds refunds) {
        this.purchases = purchases;
        this.refunds = refunds;
    }

    Object reasons(Call call) {
        try {
            asked(call);
            return told(
                    Fields.of("reasons", offered(call).stream().map(Reason::row).toList()));
        } catch (Problem problem) {
            return refused(problem);
        }
    }

    Object create(Call call) {
        try {
            return told(Fields.of("refundId", opened(call).id()));
        } catch (Problem problem) {
            return refused(problem);
        }
    }

    private Refund opened(Call call) {
        Purchase purchase = asked(call);
        if (!call.needed("disputeRequest").equals("refund")) {
            throw new Problem("5007", "退款类型错误");
        }
        String description = call.needed("description");
        int length = description.codePointCount(0, description.length());
        if (length < SHORTEST_DESCRIPTION || length > LONGEST_DESCRIPTION) {
            throw new Problem("5008", "退款说明为2-150字");
        }
        long goods = fen(call, "applyPayment");
        long freight = fen(call, "applyCarriage");
        checkReason(call, freight);
        checkSums(call, purchase, goods, freight);
        return refunds.open(purchase, goods + freight, call.text("goodsStatus"))
                .orElseThrow(() -> new Problem("5010", "订单存在进行中的退款"));
    }

    private static void checkReason(Call call, long freight) {
        long id = fen(call, "applyReasonId");
        Reason reason = offered(call).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Problem("5006", "退款原因不存在"));
        if (reason.needsVoucher() && call.text("vouchers").isBlank()) {
            throw new Problem("5009", "必须上传凭证");
        }
        if (reason.withoutFreight() && freight > 0) {
            throw new Problem("5005", "该原因不支持退运费");
        }
    }

    /** While nothing is sent, no less than what was paid for the goods can be asked for. */
    private void checkSums(Call call, Purchase purchase, long goods, long freight) {
        long paidForThem =
                linesOf(call, purchase).stream().mapToLong(Purchase.Line::fen).sum();
        boolean wrongGoods = call.text("goodsStatus").equals(Refund.NOT_SENT)
                ? goods != paidForThem
                : goods < 1 || goods > paidForThem;
        if (wrongGoods
                || freight > purchase.freightFen()
                || goods + freight > purchase.totalFen() - refunds.backFen(purchase.id())) {
            throw new Problem("5004", "退款金额错误");
        }
    }

    /** The order, if it is paid, and its goods are where the buyer says. */
    private Purchase asked(Call call) {
        Purchase purchase = purchases.find(call.needed("orderId")).orElseThrow(() -> new Problem("5001", "订单不存在"));
        linesOf(call, purchase);
        if (!purchase.paid() || purchase.state() == Purchase.State.CLOSED) {
            throw new Problem("5002", "订单状态不允许退款");
        }
        if (!fitting(purchase).contains(call.needed("goodsStatus"))) {
            throw new Problem("5003", "货物状态错误");
        }
        return purchase;
    }

    private static Set<String> fitting(Purchase purchase) {
        return switch (purchase.state()) {
            case PAID -> Set.of(Refund.NOT_SENT);
            case SHIPPED ->
                purchase.times().signed() == null
                        ? Set.of("refundWaitBuyerReceive")
                        : Set.of("refundWaitBuyerReceive", "refundBuyerReceived");
            case DONE -> Set.of("aftersaleBuyerNotReceived", "aftersaleBuyerReceived");
            case WAIT_PAY, CLOSED -> Set.of();
        };
    }

    private static List<Purchase.Line> linesOf(Call call, Purchase purchase) {
        Set<String> wanted = new HashSet<>();
        for (JsonNode id : call.json("orderEntryIds")) {
            wanted.add(id.asString(""));
        }
        Set<String> known = purchase.lines().stream().map(Purchase.Line::id).collect(Collectors.toSet());
        if (wanted.isEmpty() || !known.containsAll(wanted)) {
            throw new Problem("5001", "子订单不存在");
        }
        return purchase.lines().stream()
                .filter(line -> wanted.contains(line.id()))
                .toList();
    }

    private static List<Reason> offered(Call call) {
        return REASONS.getOrDefault(call.needed("goodsStatus"), List.of());
    }

    private static long fen(Call call, String name) {
        String text = call.needed(name);
        if (!text.matches("\\d{1,12}")) {
            throw Refused.missing(name);
        }
        return Long.parseLong(text);
    }

    private static Object told(Map<String, @Nullable Object> result) {
        return Fields.of("result", Fields.of("success", true, "code", null, "message", null, "result", result));
    }

    private static Object refused(Problem problem) {
        return Fields.of(
                "result",
                Fields.of("success", false, "code", problem.code, "message", problem.getMessage(), "result", null));
    }
}
