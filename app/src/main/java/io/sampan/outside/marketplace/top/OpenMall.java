package io.sampan.outside.marketplace.top;

import io.sampan.outside.credentials.AccessTokens;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Connector;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.PaidUpstream;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.top.TopSaid.Data;
import io.sampan.outside.marketplace.top.TopSaid.Refusal;
import io.sampan.outside.marketplace.top.TopSaid.Silent;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.Wire;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The verbs for looking, and for trades that exist. Buying is in {@link OpenMallPurchase}. */
@Component
@ConditionalOnProperty("sampan.openmall.app-key")
class OpenMall implements Connector {
    static final String SOURCE = "openmall";

    private static final int MESSAGES = 200;
    private static final String NOT_WANTED = "买家不想要了";
    private static final String UNKNOWN_TRADE = "trade-not-exist";

    private final TopHttp http;
    private final OpenMallSettings settings;
    private final Clock clock;
    private final OpenMallPool pool;
    private final OpenMallPurchase purchase;

    OpenMall(OpenMallSettings settings, Wire wire, AccessTokens tokens, Clock clock) {
        this.http = new TopHttp(settings.app(), wire, tokens, clock);
        this.settings = settings;
        this.clock = clock;
        this.pool = new OpenMallPool(http, settings, clock);
        this.purchase = new OpenMallPurchase(http, settings, clock);
    }

    @Override
    public MarketplaceId id() {
        return MarketplaceId.TAOBAO;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.SEARCH,
                Capability.DETAIL,
                Capability.SKU_STOCK,
                Capability.QUOTE,
                Capability.PLACE_ORDER,
                Capability.PAY,
                Capability.ORDER_DETAIL,
                Capability.TRACE,
                Capability.CANCEL,
                Capability.REFUND,
                Capability.MESSAGE_POLL);
    }

    /** A trade is one variant of one item. */
    @Override
    public int mostLines() {
        return 1;
    }

    /** Looks whether it is time to read the pool through. */
    @Scheduled(fixedDelayString = "PT1M")
    void readPool() {
        pool.read();
    }

    @Override
    public Searched search(Searched.Query query) {
        return pool.search(query);
    }

    @Override
    public Searched searchByImage(byte[] picture, String language) {
        return new Searched.Unsupported();
    }

    /** Nothing is translated. */
    @Override
    public Fetched fetch(String itemId, String language) {
        var ref = new ItemRef(MarketplaceId.TAOBAO, itemId);
        if (!TopValue.isNumber(itemId)) {
            return new Fetched.Gone(ref);
        }
        return switch (http.ask(TopApi.ITEM, Map.of("item_id", itemId))) {
            case Silent(var why, var maybeArrived, var after) -> new Fetched.Later(after, why);
            case Refusal(var fault, var after) -> new Fetched.Later(after, fault.line());
            case Data(var data) -> {
                var item = new OpenMallItem(data.at("result", "item"));
                yield data.at("result").yes("success") ? whereItIsSold(ref, item) : new Fetched.Gone(ref);
            }
        };
    }

    private Fetched whereItIsSold(ItemRef ref, OpenMallItem item) {
        if (!item.isLimitedToAreas()) {
            return new Fetched.Found(item.toOffer(ref.itemId(), true, clock.instant()));
        }
        return switch (http.ask(TopApi.SALE_AREA, Map.of("item_id", ref.itemId()))) {
            case Silent(var why, var maybeArrived, var after) -> new Fetched.Later(after, why);
            case Refusal(var fault, var after) -> new Fetched.Later(after, fault.line());
            case Data(var data) -> {
                boolean sold = new OpenMallArea(data).sells(settings.divisionCode());
                yield new Fetched.Found(item.toOffer(ref.itemId(), sold, clock.instant()));
            }
        };
    }

    @Override
    public Quoted quote(PurchaseRequest request) {
        return purchase.quote(request);
    }

    @Override
    public Placed place(PurchaseRequest request) {
        return purchase.place(request);
    }

    @Override
    public Placed lookUp(PurchaseRequest request) {
        return purchase.lookUp(request);
    }

    private Map<String, String> trade(String tid) {
        return Map.of("distributor", settings.distributor(), "tid", tid);
    }

    @Override
    public PaidUpstream pay(UpstreamOrder order) {
        return switch (http.ask(TopApi.PAY, trade(order.orderId()))) {
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived
                        ? paid(order.orderId(), new PaidUpstream.Unclear(why))
                        : new PaidUpstream.Later(after, why);
            case Refusal(var fault, var after) ->
                fault.stoppedBefore()
                        ? new PaidUpstream.Later(after, fault.line())
                        : paid(order.orderId(), notPaid(fault));
            case Data(var data) ->
                data.yes("result")
                        ? new PaidUpstream.Done()
                        : paid(order.orderId(), new PaidUpstream.Unclear("It says neither yes nor why not"));
        };
    }

    private static PaidUpstream notPaid(TopFault fault) {
        return fault.kind() == TopFault.Kind.TEMPORARY
                ? new PaidUpstream.Unclear(fault.line())
                : new PaidUpstream.Refused(fault.reason(), fault.subWords());
    }

    /** What the trade says, which is always current, or this where it does not settle the question. */
    private PaidUpstream paid(String tid, PaidUpstream otherwise) {
        if (!(read(tid) instanceof OrderRead.Present(var order))) {
            return otherwise instanceof PaidUpstream.Refused
                    ? new PaidUpstream.Unclear("Refused, and it cannot be read whether it is paid")
                    : otherwise;
        }
        return switch (order.state()) {
            case PAID, PART_SHIPPED, SHIPPED, DONE -> new PaidUpstream.Done();
            case CLOSED, REFUNDING, REFUNDED -> new PaidUpstream.Refused("closed", "The trade is " + order.state());
            case WAIT_PAY, UNKNOWN -> otherwise;
        };
    }

    @Override
    public OrderRead read(String orderId) {
        return switch (http.ask(TopApi.TRADE, trade(orderId))) {
            case Silent(var why, var maybeArrived, var after) -> new OrderRead.Later(after, why);
            case Refusal(var fault, var after) ->
                fault.says(UNKNOWN_TRADE) ? new OrderRead.Missing() : new OrderRead.Later(after, fault.line());
            case Data(var data) -> new OrderRead.Present(new OpenMallTrade(data.at("result")).toUpstreamOrder(""));
        };
    }

    @Override
    public OrderRead trace(UpstreamOrder order) {
        return switch (http.ask(TopApi.TRACE, trade(order.orderId()))) {
            case Silent(var why, var maybeArrived, var after) -> new OrderRead.Later(after, why);
            case Refusal(var fault, var after) ->
                fault.says(UNKNOWN_TRADE) ? new OrderRead.Missing() : new OrderRead.Later(after, fault.line());
            case Data(var data) -> new OrderRead.Traced(new OpenMallTrace(data).toSteps());
        };
    }

    /** Closes what is not paid; of what is, the answer is that it is paid. */
    @Override
    public OrderRead cancel(String orderId) {
        var asked = Map.of("distributor", settings.distributor(), "tid", orderId, "reason", NOT_WANTED);
        return changed(orderId, http.ask(TopApi.CLOSE, asked));
    }

    /** Whatever was said, the trade tells what came of it. */
    private OrderRead changed(String tid, TopSaid said) {
        return switch (said) {
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? read(tid) : new OrderRead.Later(after, why);
            case Refusal(var fault, var after) ->
                fault.stoppedBefore() ? new OrderRead.Later(after, fault.line()) : read(tid);
            case Data _ -> read(tid);
        };
    }

    /**
     * Of a trade that is not sent yet. One that is sent comes back only with its goods, or by our word that they did not come, and that is for a person
     * to give.
     */
    @Override
    public OrderRead refund(UpstreamOrder order, String reason) {
        var now = read(order.orderId());
        if (!(now instanceof OrderRead.Present(var current))) {
            return now;
        }
        return switch (current.state()) {
            case PAID -> askedBack(current, reason);
            case REFUNDING, REFUNDED, CLOSED, UNKNOWN -> now;
            case WAIT_PAY -> new OrderRead.Refused("not-paid", "The trade is not paid");
            case PART_SHIPPED, SHIPPED, DONE -> new OrderRead.Refused("shipped", "The trade is sent already");
        };
    }

    /** Alone among all calls this one names money in fen. Source: docs/sources/openmall.md. */
    private OrderRead askedBack(UpstreamOrder order, String reason) {
        var asked = Map.of(
                "distributor",
                settings.distributor(),
                "tid",
                order.orderId(),
                "refund_type",
                "refund",
                "goods_status",
                "UNSHIPPED",
                "refund_fee",
                Long.toString(order.total().minor()),
                "refund_reason",
                "OTHER_REASON",
                "refund_desc",
                reason);
        var said = http.ask(TopApi.REFUND, asked);
        var now = changed(order.orderId(), said);
        boolean stillPaid = now instanceof OrderRead.Present(var read) && read.state() == UpstreamOrder.State.PAID;
        return stillPaid && said instanceof Refusal(var fault, var _) && fault.kind() == TopFault.Kind.REFUSED
                ? new OrderRead.Refused(fault.reason(), fault.subWords())
                : now;
    }

    /** They come again until they are confirmed. */
    @Override
    public Polled poll() {
        return switch (http.ask(TopApi.MESSAGES, Map.of("quantity", Integer.toString(MESSAGES)))) {
            case Silent(var why, var maybeArrived, var after) -> new Polled.Later(after, why);
            case Refusal(var fault, var after) -> new Polled.Later(after, fault.line());
            case Data(var data) -> told(data.at("messages").list("tmc_message"));
        };
    }

    private Polled told(List<LooseJson> rows) {
        var now = clock.instant();
        var messages = rows.stream().map(OpenMallMessage::new).toList();
        return new Polled.Told(
                messages.stream()
                        .flatMap(message -> message.toNews(now).stream())
                        .toList(),
                messages.stream().map(OpenMallMessage::id).distinct().toList());
    }

    @Override
    public void confirm(List<String> messages) {
        http.ask(TopApi.CONFIRM, Map.of("s_message_ids", String.join(",", messages)));
    }
}
