package io.sampan.outside.marketplace.ali1688;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.wire.LooseJson;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * {@code createOrder.preview}: sums are fen while prices of single pieces are yuan, in one answer. Its list's name is misspelt by the platform.
 * Source: docs/sources/1688.md "Money".
 */
record Ali1688Preview(LooseJson reply) {
    Optional<Ali1688Fault> fault() {
        return Ali1688Fault.ofApi(reply)
                .or(() -> orders().isEmpty()
                        ? Optional.of(new Ali1688Fault("unreadable", "The preview names no order"))
                        : Optional.empty());
    }

    Quoted.Offered toOffered(PurchaseRequest request) {
        var goods = sum("sumPaymentNoCarriage");
        var freight = sum("sumCarriage");
        var prices = new HashMap<String, Money>();
        for (var line : request.lines()) {
            price(line).ifPresent(price -> prices.put(line.lineReference(), price));
        }
        return new Quoted.Offered(goods, freight, prices);
    }

    private List<LooseJson> orders() {
        return reply.list("orderPreviewResuslt");
    }

    private Money sum(String name) {
        return orders().stream()
                .flatMap(order -> Ali1688Texts.fen(order, name).stream())
                .reduce(Money.zero(Money.CNY), Money::plus);
    }

    private Optional<Money> price(PurchaseRequest.Line line) {
        return orders().stream()
                .flatMap(order -> order.list("cargoList").stream())
                .filter(cargo -> cargo.text("offerId").equals(line.item().itemId())
                        && (line.orderKey().isEmpty() || cargo.text("specId").equals(line.orderKey())))
                .flatMap(cargo -> Ali1688Texts.yuan(cargo, "finalUnitPrice").stream())
                .findFirst();
    }
}
