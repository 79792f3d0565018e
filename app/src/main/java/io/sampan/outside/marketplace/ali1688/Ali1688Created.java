package io.sampan.outside.marketplace.ali1688;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.wire.LooseJson;
import java.util.List;
import java.util.Optional;

/**
 * {@code createCrossOrder}: one order, or several when the platform splits ours; all amounts are fen. The documentation shows answers with and
 * without a {@code result} around them, one of them with {@code success:false} beside an order's id: an id means that it was ordered.
 * Source: docs/sources/1688.md.
 */
record Ali1688Created(LooseJson reply) {
    List<String> orderIds() {
        var several = result().list("orderList").stream()
                .map(order -> order.text("orderId"))
                .filter(id -> !id.isBlank())
                .toList();
        return several.isEmpty() ? result().words("orderId").stream().toList() : several;
    }

    Optional<Ali1688Fault> fault() {
        if (!orderIds().isEmpty()) {
            return Optional.empty();
        }
        return Ali1688Fault.ofApi(reply)
                .or(() -> Ali1688Fault.ofApi(result()))
                .or(() -> failedOffers().stream().findFirst().flatMap(Ali1688Created::faultOfOffer));
    }

    /** The lines that the platform refused because they ran out. */
    List<String> soldOut(PurchaseRequest request) {
        return failedOffers().stream()
                .filter(failed -> faultOfOffer(failed)
                        .map(fault -> fault.kind() == Ali1688Fault.Kind.SOLD_OUT)
                        .orElse(false))
                .flatMap(failed -> request.lines().stream().filter(line -> isOf(line, failed)))
                .map(PurchaseRequest.Line::lineReference)
                .distinct()
                .toList();
    }

    boolean tookEverything() {
        return failedOffers().isEmpty();
    }

    /** The one order that was made of the whole request, without asking again. */
    UpstreamOrder toOrder(PurchaseRequest request) {
        var lines = request.lines().stream()
                .map(line -> new UpstreamOrder.Line("", line.item().itemId(), line.orderKey(), line.quantity()))
                .toList();
        var one = result().list("orderList").stream().findFirst();
        var total = one.flatMap(order -> Ali1688Texts.fen(order, "orderAmmount"))
                .or(() -> Ali1688Texts.fen(result(), "totalSuccessAmount"));
        var freight = one.flatMap(order -> Ali1688Texts.fen(order, "postFee"))
                .or(() -> Ali1688Texts.fen(result(), "postFee"));
        return new UpstreamOrder(
                MarketplaceId.ALI1688,
                Ali1688.SOURCE,
                orderIds().getFirst(),
                request.reference(),
                UpstreamOrder.State.WAIT_PAY,
                total.orElse(Money.zero(Money.CNY)),
                freight.orElse(Money.zero(Money.CNY)),
                lines,
                List.of());
    }

    private LooseJson result() {
        var inner = reply.at("result");
        return inner.isThere() ? inner : reply;
    }

    private List<LooseJson> failedOffers() {
        return result().list("failedOfferList");
    }

    private static Optional<Ali1688Fault> faultOfOffer(LooseJson failed) {
        return failed.words("errorCode").map(code -> new Ali1688Fault(code, failed.text("errorMessage")));
    }

    private static boolean isOf(PurchaseRequest.Line line, LooseJson failed) {
        return failed.text("offerId").equals(line.item().itemId())
                && (line.orderKey().isEmpty() || failed.text("specId").equals(line.orderKey()));
    }
}
