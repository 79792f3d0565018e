package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.wire.LooseJson;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** {@code /purchase/order/render}: what an order would cost, in fen. Source: docs/sources/taobaoglobal.md. */
record TaobaoRender(LooseJson data) {
    Quoted toQuoted(PurchaseRequest request) {
        var unavailable = data.list("unavailable_sku_list");
        if (!unavailable.isEmpty()) {
            return unavailable(request, unavailable);
        }
        var freight = freight();
        var total = TaobaoTexts.fee(data, "total_real_pay_price");
        var prices = new HashMap<String, Money>();
        for (var line : request.lines()) {
            price(line).ifPresent(price -> prices.put(line.lineReference(), price));
        }
        return total.isPositive()
                ? new Quoted.Offered(total.minus(freight), freight, prices)
                : new Quoted.Refused("unreadable", "The answer names no price");
    }

    private Quoted unavailable(PurchaseRequest request, List<LooseJson> skus) {
        var lines = request.lines().stream()
                .filter(line -> skus.stream().anyMatch(sku -> isOf(line, sku)))
                .map(PurchaseRequest.Line::lineReference)
                .toList();
        var first = skus.getFirst();
        return lines.isEmpty()
                ? new Quoted.Refused(first.words("error_code").orElse("unavailable"), first.text("reason"))
                : new Quoted.SoldOut(lines);
    }

    private Money freight() {
        return data.list("render_item_list").stream()
                .map(item -> TaobaoTexts.fee(item, "mainland_shipping_fee"))
                .reduce(Money.zero(Money.CNY), Money::plus);
    }

    private Optional<Money> price(PurchaseRequest.Line line) {
        return data.list("render_item_list").stream()
                .flatMap(item -> item.list("item_price_infos").stream())
                .filter(info -> isOf(line, info))
                .flatMap(info ->
                        TaobaoTexts.fen(info, "discount_price")
                                .or(() -> TaobaoTexts.fen(info, "origin_price"))
                                .stream())
                .findFirst();
    }

    private static boolean isOf(PurchaseRequest.Line line, LooseJson level) {
        return TaobaoKey.ofLine(level).orderKey().equals(line.orderKey());
    }
}
