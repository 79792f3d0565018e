package io.sampan.simulators.ali1688;

import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Faults;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.seller.Purchases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Password-free payment and the cashier's address. Source: docs/sources/1688/pay, pay-unclear, pay-isopen, pay-url. */
final class PayApi {
    private static final int MOST_TRIES = 3;
    private static final int MOST_ORDERS = 30;
    private static final String PREPARE = "alibaba.trade.pay.protocolPay.preparePay";

    private final Purchases purchases;
    private final Faults faults;

    PayApi(Purchases purchases, Faults faults) {
        this.purchases = purchases;
        this.faults = faults;
    }

    Object isOpen(Call call) {
        return wrapped(
                true,
                null,
                null,
                Fields.of(
                        "paymentAgreements",
                        List.of(Fields.of("payChannel", "ALIPAY", "bindingStatus", "true", "signedStatus", "true"))));
    }

    Object prepare(Call call) {
        JsonNode param = call.json("tradeWithholdPreparePayParam");
        String id = String.valueOf(Call.number(param, "orderId"));
        Optional<Purchase> found = purchases.find(id);
        if (found.isEmpty()) {
            return failed("ORDER_NOT_EXIST", "订单不存在");
        }
        Purchase purchase = found.get();
        if (purchase.state() != Purchase.State.WAIT_PAY) {
            return failed("ORDER_STATUS_ERROR", "订单状态不是等待买家付款");
        }
        if (purchase.payTries() >= MOST_TRIES) {
            return failed("PAY_TRY_LIMIT", "代扣次数超过限制");
        }
        if (!Call.text(param, "payAmount").isBlank() && Call.number(param, "payAmount") != purchase.totalFen()) {
            return failed("PAY_AMOUNT_NOT_MATCH", "支付金额与订单金额不一致");
        }
        purchases.tried(id);
        boolean paid = purchases.pay(id).isPresent();
        boolean unclear =
                faults.take(TradeApi.SERVICE, PREPARE, FaultKind.PAY_UNCLEAR).isPresent();
        boolean told = paid && !unclear;
        return wrapped(true, null, null, Fields.of("payChannel", told ? "ALIPAY" : null, "paySuccess", told));
    }

    private static Object failed(String code, String message) {
        return wrapped(false, code, message, null);
    }

    private static Object wrapped(
            boolean success,
            @Nullable String code,
            @Nullable String message,
            @Nullable Map<String, @Nullable Object> result) {
        return Fields.of("result", Fields.of("success", success, "code", code, "message", message, "result", result));
    }

    Object url(Call call) {
        JsonNode ids = call.json("orderIdList");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST_ORDERS) {
            throw Refused.missing("orderIdList");
        }
        for (JsonNode id : ids) {
            if (purchases.find(id.asString("")).isEmpty()) {
                return Fields.of(
                        "success", "false", "payUrl", null, "errorCode", "ORDER_NOT_EXIST", "erroMsg", "订单不存在");
            }
        }
        return Fields.of(
                "success",
                "true",
                "payUrl",
                "https://trade.1688.com/order/cashier.htm?orderId=" + ids.get(0).asString(""),
                "errorCode",
                null,
                "erroMsg",
                null);
    }
}
