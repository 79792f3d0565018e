package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.taobaoglobal.TaobaoSaid.Data;
import io.sampan.outside.marketplace.taobaoglobal.TaobaoSaid.Refusal;
import io.sampan.outside.marketplace.taobaoglobal.TaobaoSaid.Silent;
import io.sampan.outside.wire.LooseJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rendering, ordering, and finding again what was ordered. The platform recognises our reference, and refuses an order whose amount is not the
 * one that we name.
 */
record TaobaoPurchase(TaobaoHttp http, TaobaoSettings settings) {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PAGE = 20;
    private static final int PAGES = 10;

    Quoted quote(PurchaseRequest request) {
        var address = LooseJson.write(address(request.receiver()));
        var lines = request.lines().stream()
                .map(line -> TaobaoKey.of(line.orderKey()).asked(line.quantity()))
                .toList();
        var fields = Map.of(
                "render_item_List",
                LooseJson.write(lines),
                "receiver_address",
                address,
                "warehouse_address",
                address,
                "need_supplychain_service",
                "false");
        return switch (http.ask(TaobaoApi.RENDER, fields)) {
            case Silent(var why, var maybeArrived, var after) -> new Quoted.Later(after, why);
            case Refusal(var fault) -> refusedQuote(request, fault);
            case Data(var data) -> new TaobaoRender(data).toQuoted(request);
        };
    }

    private Quoted refusedQuote(PurchaseRequest request, TaobaoFault fault) {
        return switch (fault.kind()) {
            case LIMITED, UNAUTHORISED, NOT_ALLOWED, UNCLEAR -> new Quoted.Later(http.pause(fault), fault.line());
            case SOLD_OUT, MISSING ->
                request.lines().size() == 1
                        ? new Quoted.SoldOut(List.of(request.lines().getFirst().lineReference()))
                        : new Quoted.Refused(fault.code(), fault.words());
            case PRICE_MOVED, REFUSED -> new Quoted.Refused(fault.code(), fault.words());
        };
    }

    /**
     * Renders first: the platform takes an order only at the amount and prices of this moment, of which a small rise is ours to bear. Whether the
     * order that comes of it is too dear is judged before it is paid.
     */
    Placed place(PurchaseRequest request) {
        return switch (quote(request)) {
            case Quoted.Later(var after, var why) -> new Placed.Later(after, why);
            case Quoted.Refused(var code, var words) -> new Placed.Refused(code, words);
            case Quoted.SoldOut(var lines) -> new Placed.SoldOut(lines);
            case Quoted.Unsupported _ -> new Placed.Unsupported();
            case Quoted.Offered offered -> create(request, offered);
        };
    }

    private Placed create(PurchaseRequest request, Quoted.Offered offered) {
        return switch (http.ask(TaobaoApi.CREATE, created(request, offered))) {
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? new Placed.Unclear(why) : new Placed.Later(after, why);
            case Refusal(var fault) -> refused(request, fault);
            case Data(var data) -> placed(request, data, offered.freight());
        };
    }

    private Map<String, String> created(PurchaseRequest request, Quoted.Offered offered) {
        var address = LooseJson.write(address(request.receiver()));
        var fields = new LinkedHashMap<String, String>();
        fields.put("outer_purchase_id", request.reference());
        fields.put("purchase_amount", Long.toString(offered.total().minor()));
        fields.put(
                "order_line_list",
                LooseJson.write(request.lines().stream()
                        .map(line ->
                                line(line, offered.unitPrices().getOrDefault(line.lineReference(), line.unitPrice())))
                        .toList()));
        fields.put("receiver", address);
        fields.put("warehouse_address_info", address);
        fields.put("channel_order_type", settings.channelOrderType());
        fields.put("support_partial_success", "false");
        fields.put("order_remark", request.remark());
        return fields;
    }

    private static Map<String, Object> line(PurchaseRequest.Line line, Money price) {
        var asked = TaobaoKey.of(line.orderKey()).asked(line.quantity());
        asked.put("currency", price.currency().getCurrencyCode());
        asked.put("price", price.minor());
        asked.put("order_line_no", line.lineReference());
        return asked;
    }

    private static Map<String, Object> address(PurchaseRequest.Receiver receiver) {
        var address = new LinkedHashMap<String, Object>();
        address.put("name", receiver.name());
        address.put("mobile_phone", receiver.mobile());
        address.put("country", "中国");
        address.put("state", receiver.province());
        address.put("city", receiver.city());
        address.put("district", receiver.district());
        address.put("address", receiver.street());
        address.put("zip", receiver.postcode());
        return address;
    }

    /** An unknown fault of the gateway itself may have come after the order was made. */
    private Placed refused(PurchaseRequest request, TaobaoFault fault) {
        return switch (fault.kind()) {
            case LIMITED, UNAUTHORISED, NOT_ALLOWED -> new Placed.Later(http.pause(fault), fault.line());
            case SOLD_OUT, MISSING ->
                request.lines().size() == 1
                        ? new Placed.SoldOut(List.of(request.lines().getFirst().lineReference()))
                        : soldOutNow(request, fault);
            case PRICE_MOVED -> new Placed.PriceMoved(fault.line());
            case UNCLEAR -> new Placed.Unclear(fault.line());
            case REFUSED ->
                fault.ofGateway() ? new Placed.Unclear(fault.line()) : new Placed.Refused(fault.code(), fault.words());
        };
    }

    private Placed soldOutNow(PurchaseRequest request, TaobaoFault fault) {
        return quote(request) instanceof Quoted.SoldOut(var lines)
                ? new Placed.SoldOut(lines)
                : new Placed.Refused(fault.code(), fault.words());
    }

    private Placed placed(PurchaseRequest request, LooseJson data, Money freight) {
        var orders = data.list("order_list");
        if (orders.size() != 1) {
            return lookUp(request) instanceof Placed.Accepted accepted
                    ? accepted
                    : new Placed.Unclear("Ordered as " + orders.size() + " orders that cannot be read yet");
        }
        var order = orders.getFirst();
        return new Placed.Accepted(List.of(new UpstreamOrder(
                MarketplaceId.TAOBAO,
                Taobao.SOURCE,
                order.text("purchase_id"),
                request.reference(),
                UpstreamOrder.State.WAIT_PAY,
                TaobaoTexts.fee(order, "estimate_amount"),
                freight,
                order.list("order_line_list").stream().map(TaobaoOrder::line).toList(),
                List.of())));
    }

    Placed lookUp(PurchaseRequest request) {
        var found = new ArrayList<UpstreamOrder>();
        for (int page = 1; page <= PAGES; page++) {
            var fields = Map.of(
                    "outer_purchase_id", request.reference(),
                    "page_no", Integer.toString(page),
                    "page_size", Integer.toString(PAGE));
            if (!(http.ask(TaobaoApi.ORDERS, fields) instanceof Data(var data))) {
                return new Placed.Unclear("The list of orders was not to be had");
            }
            var rows = data.list("purchase_orders");
            rows.stream()
                    .map(row -> new TaobaoOrder(row, settings))
                    .filter(order -> order.reference().equals(request.reference()))
                    .map(TaobaoOrder::toUpstreamOrder)
                    .forEach(found::add);
            if (rows.size() < PAGE) {
                return found.isEmpty() ? new Placed.Absent() : new Placed.Accepted(found);
            }
        }
        return new Placed.Unclear("More than " + PAGE * PAGES + " orders under one reference");
    }
}
