package io.sampan.outside.marketplace.jdvop;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Data;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Refusal;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Silent;
import io.sampan.outside.wire.LooseJson;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Quoting, ordering, and finding again what was ordered. VOP has no preview: what an order would cost is put together from stock, limits, prices
 * and freight. It recognises our reference, and refuses an order at other prices than those that we name.
 */
record JdVopPurchase(JdVopHttp http, JdVopSettings settings, JdVopOrders orders) {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** {@code remark} has to be shorter than a hundred characters. Source: docs/sources/jdvop.md "Placing". */
    private static final int REMARK = 99;

    Quoted quote(PurchaseRequest request) {
        return switch (priced(request)) {
            case NotPriced(var quoted) -> quoted;
            case Priced(var place, var offered) -> offered;
        };
    }

    /** What an order would cost, with the numbers of the place that it would go to; or why that cannot be told. */
    private sealed interface Pricing {}

    private record Priced(JdVopPlace place, Quoted.Offered offered) implements Pricing {}

    private record NotPriced(Quoted quoted) implements Pricing {}

    private Pricing priced(PurchaseRequest request) {
        return switch (http.ask(JdVopApi.PLACE, JdVopPlace.asked(request.receiver()))) {
            case Silent(var why, var maybeArrived, var after) -> new NotPriced(new Quoted.Later(after, why));
            case Refusal(var fault) -> new NotPriced(notQuoted(fault));
            case Data(var reply) ->
                JdVopPlace.of(reply)
                        .map(place -> priced(request, place))
                        .orElse(new NotPriced(new Quoted.Refused("3405", reply.text("resultMessage"))));
        };
    }

    private Pricing priced(PurchaseRequest request, JdVopPlace place) {
        var basket = new JdVopBasket(request, place);
        var answers = new EnumMap<JdVopApi, LooseJson>(JdVopApi.class);
        for (var question : basket.questions().entrySet()) {
            switch (http.ask(question.getKey(), question.getValue())) {
                case Silent(var why, var maybeArrived, var after) -> {
                    return new NotPriced(new Quoted.Later(after, why));
                }
                case Refusal(var fault) -> {
                    return new NotPriced(notQuoted(request, fault));
                }
                case Data(var reply) -> answers.put(question.getKey(), reply);
            }
            var gone = basket.notToBeHad(answers);
            if (!gone.isEmpty()) {
                return new NotPriced(new Quoted.SoldOut(gone));
            }
        }
        return new Priced(place, basket.toOffered(answers));
    }

    private Quoted notQuoted(PurchaseRequest request, JdVopFault fault) {
        boolean gone = fault.kind() == JdVopFault.Kind.SOLD_OUT || fault.kind() == JdVopFault.Kind.MISSING;
        return gone && request.lines().size() == 1
                ? new Quoted.SoldOut(List.of(request.lines().getFirst().lineReference()))
                : notQuoted(fault);
    }

    private Quoted notQuoted(JdVopFault fault) {
        return switch (fault.meaning()) {
            case TEMPORARY, UNKNOWN -> new Quoted.Later(http.pause(fault), fault.line());
            case REFUSED -> new Quoted.Refused(fault.code(), fault.words());
        };
    }

    /**
     * Quotes first: the platform holds the prices that we name against its own, and they are those of this moment, of which a small rise is ours
     * to bear. Whether the order that comes of it is too dear is judged before it is paid.
     */
    Placed place(PurchaseRequest request) {
        return switch (priced(request)) {
            case Priced(var place, var offered) -> submit(request, place, offered.unitPrices());
            case NotPriced(var quoted) ->
                switch (quoted) {
                    case Quoted.Later(var after, var why) -> new Placed.Later(after, why);
                    case Quoted.Refused(var code, var words) -> new Placed.Refused(code, words);
                    case Quoted.SoldOut(var lines) -> new Placed.SoldOut(lines);
                    case Quoted.Unsupported _ -> new Placed.Unsupported();
                    case Quoted.Offered _ -> throw new IllegalStateException("Priced and not priced");
                };
        };
    }

    private Placed submit(PurchaseRequest request, JdVopPlace place, Map<String, Money> prices) {
        return switch (http.ask(JdVopApi.SUBMIT, submitted(request, place, prices))) {
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? new Placed.Unclear(why) : new Placed.Later(after, why);
            case Refusal(var fault) -> refused(request, fault);
            case Data(var reply) -> placed(request, reply);
        };
    }

    /** Reserves the goods and waits for the confirmation, which takes the money: until then it can be cancelled. */
    private Map<String, String> submitted(PurchaseRequest request, JdVopPlace place, Map<String, Money> prices) {
        var receiver = request.receiver();
        var basket = new JdVopBasket(request, place);
        var fields = new LinkedHashMap<>(place.fields());
        fields.put("thirdOrder", request.reference());
        fields.put("sku", LooseJson.write(basket.ordered()));
        fields.put("orderPriceSnap", LooseJson.write(basket.snapshot(prices)));
        fields.put("doOrderPriceMode", "1");
        fields.put("name", receiver.name());
        fields.put("mobile", receiver.mobile());
        fields.put("email", settings.email());
        fields.put("address", receiver.street());
        fields.put("zip", receiver.postcode());
        fields.put("remark", remark(request.remark()));
        fields.put("invoiceState", settings.invoice().state());
        fields.put("invoiceType", settings.invoice().type());
        fields.put("selectedInvoiceTitle", settings.invoice().title());
        fields.put("companyName", settings.invoice().company());
        fields.put("invoiceContent", settings.invoice().content());
        fields.put("paymentType", "4");
        fields.put("isUseBalance", "1");
        fields.put("submitState", "0");
        return fields;
    }

    private static String remark(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= REMARK ? text : text.substring(0, text.offsetByCodePoints(0, REMARK));
    }

    private Placed refused(PurchaseRequest request, JdVopFault fault) {
        return switch (fault.kind()) {
            case LIMITED, UNAUTHORISED -> new Placed.Later(http.pause(fault), fault.line());
            case SOLD_OUT, MISSING -> soldOut(request, fault);
            case PRICE_MOVED -> new Placed.PriceMoved(fault.line());
            case NO_MONEY, ALREADY, REFUSED -> new Placed.Refused(fault.code(), fault.words());
            case BROKEN, UNKNOWN -> new Placed.Unclear(fault.line());
        };
    }

    /** A refusal names one SKU in its words at most; which of them cannot be had, a quote tells. */
    private Placed soldOut(PurchaseRequest request, JdVopFault fault) {
        if (request.lines().size() == 1) {
            return new Placed.SoldOut(List.of(request.lines().getFirst().lineReference()));
        }
        return quote(request) instanceof Quoted.SoldOut(var lines)
                ? new Placed.SoldOut(lines)
                : new Placed.Refused(fault.code(), fault.words());
    }

    /** The first answer shows the order as it is; that to a reference that came again may be of one that has moved on since, or was split. */
    private Placed placed(PurchaseRequest request, LooseJson reply) {
        var order = new JdVopOrder(reply.at("result"));
        if (order.id().isEmpty()) {
            return new Placed.Unclear("The answer names neither an order nor a fault");
        }
        return reply.text("resultCode").equals("0001")
                ? new Placed.Accepted(List.of(order.placed(request.reference())))
                : orders.found(order.id(), request.reference());
    }

    Placed lookUp(PurchaseRequest request) {
        return switch (http.ask(JdVopApi.THIRD_ORDER, Map.of("thirdOrder", request.reference()))) {
            case Silent(var why, var maybeArrived, var after) -> new Placed.Unclear(why);
            case Refusal(var fault) ->
                fault.kind() == JdVopFault.Kind.MISSING ? new Placed.Absent() : new Placed.Unclear(fault.line());
            case Data(var reply) -> {
                var id = reply.text("result");
                yield id.matches("\\d{1,18}")
                        ? orders.found(id, request.reference())
                        : new Placed.Unclear("The answer names no order");
            }
        };
    }
}
