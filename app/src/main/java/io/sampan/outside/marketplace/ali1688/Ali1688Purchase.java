package io.sampan.outside.marketplace.ali1688;

import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Body;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Silent;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Previewing, ordering, and finding again what was ordered. 1688 does not recognise a second order under one reference: look before. */
record Ali1688Purchase(Ali1688Http http, Ali1688Settings settings, Function<String, OrderRead> read) {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration BEFORE_THE_REFERENCE = Duration.ofHours(1);
    private static final int PAGE = 50;
    private static final int PAGES = 40;
    private static final int ID_LENGTH = 36;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSSZ").withZone(ZoneOffset.ofHours(8));

    Quoted quote(PurchaseRequest request) {
        return switch (preview(request, request.lines())) {
            case Stopped(var fault) -> new Quoted.Later(http.pause(fault), fault.line());
            case Silent(var why, var maybeArrived, var after) -> new Quoted.Later(after, why);
            case Body(var json) -> {
                var preview = new Ali1688Preview(json);
                yield preview.fault()
                        .map(fault -> refusedQuote(request, fault))
                        .orElseGet(() -> preview.toOffered(request));
            }
        };
    }

    private Quoted refusedQuote(PurchaseRequest request, Ali1688Fault fault) {
        var soldOut = fault.kind() == Ali1688Fault.Kind.SOLD_OUT ? soldOut(request) : List.<String>of();
        return soldOut.isEmpty() ? new Quoted.Refused(fault.code(), fault.words()) : new Quoted.SoldOut(soldOut);
    }

    /** A refusal does not say which line ran out, so each is previewed alone. */
    private List<String> soldOut(PurchaseRequest request) {
        if (request.lines().size() == 1) {
            return List.of(request.lines().getFirst().lineReference());
        }
        return request.lines().stream()
                .filter(line -> ranOut(request, line))
                .map(PurchaseRequest.Line::lineReference)
                .toList();
    }

    private boolean ranOut(PurchaseRequest request, PurchaseRequest.Line line) {
        return switch (preview(request, List.of(line))) {
            case Stopped stopped -> false;
            case Silent silent -> false;
            case Body(var json) ->
                new Ali1688Preview(json)
                        .fault()
                        .map(fault -> fault.kind() == Ali1688Fault.Kind.SOLD_OUT)
                        .orElse(false);
        };
    }

    private Ali1688Said preview(PurchaseRequest request, List<PurchaseRequest.Line> lines) {
        return http.ask(Ali1688Api.PREVIEW, new Ali1688Cargo(request, settings).preview(lines));
    }

    Placed place(PurchaseRequest request) {
        return switch (http.ask(Ali1688Api.CREATE, new Ali1688Cargo(request, settings).order())) {
            case Stopped(var fault) ->
                fault.stoppedBefore()
                        ? new Placed.Later(http.pause(fault), fault.line())
                        : new Placed.Unclear(fault.line());
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? new Placed.Unclear(why) : new Placed.Later(after, why);
            case Body(var json) -> placed(request, new Ali1688Created(json));
        };
    }

    private Placed placed(PurchaseRequest request, Ali1688Created created) {
        var fault = created.fault();
        if (fault.isPresent()) {
            return refused(request, created, fault.get());
        }
        if (created.orderIds().isEmpty()) {
            return new Placed.Unclear("The answer names neither an order nor a fault");
        }
        if (created.orderIds().size() == 1 && created.tookEverything()) {
            return new Placed.Accepted(List.of(created.toOrder(request)));
        }
        return readBack(created.orderIds());
    }

    private Placed refused(PurchaseRequest request, Ali1688Created created, Ali1688Fault fault) {
        var named = created.soldOut(request);
        var soldOut = named.isEmpty() && fault.kind() == Ali1688Fault.Kind.SOLD_OUT ? soldOut(request) : named;
        return soldOut.isEmpty() ? new Placed.Refused(fault.code(), fault.words()) : new Placed.SoldOut(soldOut);
    }

    /** Which lines went into which order, only the orders themselves tell. */
    private Placed readBack(List<String> orderIds) {
        var orders = new ArrayList<UpstreamOrder>();
        for (var id : orderIds) {
            if (read.apply(id) instanceof OrderRead.Present(var order)) {
                orders.add(order);
            }
        }
        return orders.size() == orderIds.size()
                ? new Placed.Accepted(orders)
                : new Placed.Unclear("Ordered as " + orderIds + ", but not all can be read yet");
    }

    Placed lookUp(PurchaseRequest request) {
        var found = new ArrayList<UpstreamOrder>();
        for (int page = 1; page <= PAGES; page++) {
            if (!(http.ask(Ali1688Api.ORDERS, listed(request, page)) instanceof Body(var json))) {
                return new Placed.Unclear("The list of orders was not to be had");
            }
            var fault = Ali1688Fault.ofApi(json);
            if (fault.isPresent()) {
                return new Placed.Unclear(fault.get().line());
            }
            var rows = json.list("result");
            rows.stream()
                    .map(Ali1688Order::new)
                    .filter(order -> order.reference().equals(request.reference()))
                    .map(Ali1688Order::toUpstreamOrder)
                    .forEach(found::add);
            if (rows.size() < PAGE) {
                return found.isEmpty() ? new Placed.Absent() : new Placed.Accepted(found);
            }
        }
        return new Placed.Unclear("More than " + PAGE * PAGES + " orders since; not all were looked at");
    }

    private static Map<String, String> listed(PurchaseRequest request, int page) {
        return Map.of(
                "page", Integer.toString(page),
                "pageSize", Integer.toString(PAGE),
                "isHis", "false",
                "outOrderId", request.reference(),
                "createStartTime", TIME.format(madeAt(request.reference()).minus(BEFORE_THE_REFERENCE)));
    }

    /** References begin with time-ordered ids, so they tell when they were made; what follows counts the rounds of a purchase. */
    private static Instant madeAt(String reference) {
        var id = UUID.fromString(reference.substring(0, ID_LENGTH));
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
