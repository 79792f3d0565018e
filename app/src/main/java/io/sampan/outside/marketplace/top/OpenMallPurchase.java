package io.sampan.outside.marketplace.top;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.marketplace.top.OpenMallForm.Post;
import io.sampan.outside.marketplace.top.TopSaid.Data;
import io.sampan.outside.marketplace.top.TopSaid.Refusal;
import io.sampan.outside.marketplace.top.TopSaid.Silent;
import io.sampan.outside.wire.LooseJson;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rendering, ordering, and finding again what was ordered. A trade is one variant of one item. The platform recognises our {@code out_id}, and closes
 * a trade that comes to another fee than we expect.
 */
record OpenMallPurchase(TopHttp http, OpenMallSettings settings, Clock clock) {
    private static final String USUAL_POST = "express";
    private static final int PAGE = 100;
    private static final int PAGES = 50;
    /** The words behind {@code isv.} are guesses; what is none of these is a refusal, which a person reads. */
    private static final List<String> NOT_TO_BE_HAD =
            List.of("quantity-not-enough", "item-offline", "sku-not-exist", "not-in-pool");

    private static final String FEE_DIFFERS = "fee-not-match";
    private static final String REPEATED = "out-id-repeated";

    /** What it would cost, or why that cannot be told. */
    private sealed interface Priced {
        record At(Money unit, Money goods, Post post) implements Priced {}

        record Not(Quoted why) implements Priced {}
    }

    Quoted quote(PurchaseRequest request) {
        return switch (priced(request)) {
            case Priced.Not(var why) -> why;
            case Priced.At(var unit, var goods, var post) ->
                new Quoted.Offered(
                        goods, post.fee(), Map.of(request.lines().getFirst().lineReference(), unit));
        };
    }

    /** Rendering tells no price of goods, so that the item is read, too. */
    private Priced priced(PurchaseRequest request) {
        if (request.lines().size() != 1) {
            return new Priced.Not(new Quoted.Refused("one-variant", "OpenMall sells one variant in a trade"));
        }
        var line = request.lines().getFirst();
        return switch (http.ask(TopApi.ITEM, Map.of("item_id", line.item().itemId()))) {
            case Silent(var why, var maybeArrived, var after) -> new Priced.Not(new Quoted.Later(after, why));
            case Refusal refusal -> new Priced.Not(notQuoted(request, refusal));
            case Data(var data) -> {
                var unit = new OpenMallItem(data.at("result", "item"))
                        .sku(line.orderKey())
                        .filter(sku -> sku.inStock(line.quantity()))
                        .flatMap(sku -> Optional.ofNullable(sku.price()));
                yield unit.isPresent()
                        ? rendered(request, unit.get())
                        : new Priced.Not(new Quoted.SoldOut(List.of(line.lineReference())));
            }
        };
    }

    private Priced rendered(PurchaseRequest request, Money unit) {
        var goods = unit.times(request.lines().getFirst().quantity());
        return switch (http.ask(TopApi.RENDER, new OpenMallForm(request, settings).toRender())) {
            case Silent(var why, var maybeArrived, var after) -> new Priced.Not(new Quoted.Later(after, why));
            case Refusal refusal -> new Priced.Not(notQuoted(request, refusal));
            case Data(var data) ->
                post(data.at("result", "posts").list("post_do"))
                        .<Priced>map(post -> new Priced.At(unit, goods, post))
                        .orElse(new Priced.Not(new Quoted.Refused("no-post", "No way of sending is told")));
        };
    }

    private static Optional<Post> post(List<LooseJson> posts) {
        var all = posts.stream()
                .flatMap(post ->
                        TopValue.yuan(post, "amount").map(fee -> new Post(post.text("shipping_type"), fee)).stream())
                .sorted(Comparator.comparing(Post::fee))
                .toList();
        return all.stream()
                .filter(post -> post.type().equals(USUAL_POST))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static Quoted notQuoted(PurchaseRequest request, Refusal refusal) {
        var fault = refusal.fault();
        return switch (fault.kind()) {
            case LIMITED, UNAUTHORISED, NOT_ALLOWED, TEMPORARY -> new Quoted.Later(refusal.after(), fault.line());
            case REFUSED ->
                isNotToBeHad(fault)
                        ? new Quoted.SoldOut(List.of(request.lines().getFirst().lineReference()))
                        : new Quoted.Refused(fault.reason(), fault.subWords());
        };
    }

    private static boolean isNotToBeHad(TopFault fault) {
        return NOT_TO_BE_HAD.stream().anyMatch(fault::says);
    }

    /** At the price of this moment, of which a small rise is ours to bear; whether it is too dear is judged before it is paid. */
    Placed place(PurchaseRequest request) {
        return switch (priced(request)) {
            case Priced.At(var unit, var goods, var post) -> create(request, goods, post);
            case Priced.Not(Quoted.Later(var after, var why)) -> new Placed.Later(after, why);
            case Priced.Not(Quoted.Refused(var code, var words)) -> new Placed.Refused(code, words);
            case Priced.Not(Quoted.SoldOut(var lines)) -> new Placed.SoldOut(lines);
            case Priced.Not(Quoted.Unsupported _) -> new Placed.Unsupported();
            case Priced.Not(Quoted.Offered _) -> throw new IllegalStateException("An offer is no reason against one");
        };
    }

    private Placed create(PurchaseRequest request, Money goods, Post post) {
        return switch (http.ask(TopApi.CREATE, new OpenMallForm(request, settings).toCreate(goods, post))) {
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? new Placed.Unclear(why) : new Placed.Later(after, why);
            case Refusal refusal -> refused(request, refusal);
            case Data(var data) -> created(request, data.at("result").text("tid"));
        };
    }

    private static Placed refused(PurchaseRequest request, Refusal refusal) {
        var fault = refusal.fault();
        return switch (fault.kind()) {
            case LIMITED, UNAUTHORISED, NOT_ALLOWED -> new Placed.Later(refusal.after(), fault.line());
            case TEMPORARY -> new Placed.Unclear(fault.line());
            case REFUSED -> {
                if (fault.says(REPEATED)) {
                    yield new Placed.Unclear(fault.line());
                }
                if (fault.says(FEE_DIFFERS)) {
                    yield new Placed.PriceMoved(fault.line());
                }
                yield isNotToBeHad(fault)
                        ? new Placed.SoldOut(List.of(request.lines().getFirst().lineReference()))
                        : new Placed.Refused(fault.reason(), fault.subWords());
            }
        };
    }

    /** The number alone is no order: one whose fee was not the expected one was closed in the same moment, and only the trade says so. */
    private Placed created(PurchaseRequest request, String tid) {
        var trade = tid.isEmpty() ? Optional.<OpenMallTrade>empty() : trade(tid);
        if (trade.isEmpty()) {
            return new Placed.Unclear("Ordered as " + tid + ", which cannot be read yet");
        }
        return trade.get().state() == State.CLOSED
                ? new Placed.PriceMoved(tid + " " + trade.get().mark())
                : new Placed.Accepted(List.of(trade.get().toUpstreamOrder(request.reference())));
    }

    private Optional<OpenMallTrade> trade(String tid) {
        var asked = Map.of("distributor", settings.distributor(), "tid", tid);
        return http.ask(TopApi.TRADE, asked) instanceof Data(var data)
                ? Optional.of(new OpenMallTrade(data.at("result")))
                : Optional.empty();
    }

    /**
     * Only the list of trades tells our {@code out_id}, and it is behind: that a trade is not in it counts as of then. A trade that was closed before it was
     * paid is no order.
     */
    Placed lookUp(PurchaseRequest request) {
        var outId = new OpenMallOutId(settings.appKey(), request.reference()).toString();
        for (int page = 1; page <= PAGES; page++) {
            if (!(http.ask(TopApi.TRADES, lately(page)) instanceof Data(var data))) {
                return new Placed.Unclear("The list of trades was not to be had");
            }
            var rows = data.at("entities").list("top_trade_detail_vo");
            var found = rows.stream()
                    .filter(row -> row.text("out_id").equals(outId))
                    .map(row -> row.text("tid"))
                    .findFirst();
            if (found.isPresent()) {
                return found(request, found.get());
            }
            if (rows.size() < PAGE) {
                return absent();
            }
        }
        return new Placed.Unclear("More than " + PAGE * PAGES + " trades within " + settings.lookBack());
    }

    private Map<String, String> lately(int page) {
        var now = clock.instant();
        return Map.of(
                "distributor", settings.distributor(),
                "start_created", TopValue.written(now.minus(settings.lookBack())),
                "end_created", TopValue.written(now),
                "page_index", Integer.toString(page),
                "page_size", Integer.toString(PAGE));
    }

    private Placed found(PurchaseRequest request, String tid) {
        var trade = trade(tid);
        if (trade.isEmpty()) {
            return new Placed.Unclear(tid + " is listed and cannot be read");
        }
        List<UpstreamOrder> orders = List.of(trade.get().toUpstreamOrder(request.reference()));
        return trade.get().state() == State.CLOSED ? absent() : new Placed.Accepted(orders);
    }

    private Placed absent() {
        return new Placed.Absent(settings.listBehind());
    }
}
