package io.sampan.outside.marketplace.taobaoglobal;

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
import io.sampan.outside.marketplace.taobaoglobal.TaobaoSaid.Data;
import io.sampan.outside.marketplace.taobaoglobal.TaobaoSaid.Refusal;
import io.sampan.outside.marketplace.taobaoglobal.TaobaoSaid.Silent;
import io.sampan.outside.wire.LooseJson;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The verbs for looking, and for orders that exist. Buying is in {@link TaobaoPurchase}. */
@Component
@ConditionalOnProperty("sampan.taobao-global.app-key")
class Taobao implements Connector {
    static final String SOURCE = "taobao-global";

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TRACED_LINES = 20;
    private static final int STEPS = 500;

    private final TaobaoHttp http;
    private final TaobaoSettings settings;
    private final Clock clock;
    private final TaobaoPurchase purchase;

    Taobao(TaobaoHttp http, TaobaoSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
        this.purchase = new TaobaoPurchase(http, settings);
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
                Capability.IMAGE_SEARCH,
                Capability.DETAIL,
                Capability.SKU_STOCK,
                Capability.QUOTE,
                Capability.PLACE_ORDER,
                Capability.PAY,
                Capability.ORDER_DETAIL,
                Capability.TRACE,
                Capability.CANCEL,
                Capability.PUSH);
    }

    @Override
    public Searched search(Searched.Query query) {
        var language = settings.spoken(query.language());
        return switch (http.ask(TaobaoApi.SEARCH, TaobaoSearch.fields(query, language))) {
            case Silent(var why, var maybeArrived, var after) -> new Searched.Later(after, why);
            case Refusal(var fault) -> new Searched.Later(http.pause(fault), fault.line());
            case Data(var data) -> new TaobaoSearch(data, new TaobaoTexts(language)).toPage(query);
        };
    }

    /** The picture is sent first, and then searched by the id that it got. */
    @Override
    public Searched searchByImage(byte[] picture, String language) {
        return switch (http.ask(TaobaoApi.UPLOAD, TaobaoSearch.upload(picture))) {
            case Silent(var why, var maybeArrived, var after) -> new Searched.Later(after, why);
            case Refusal(var fault) -> new Searched.Later(http.pause(fault), fault.line());
            case Data(var data) -> searchedByImage(data.text("image_id"), settings.spoken(language));
        };
    }

    private Searched searchedByImage(String imageId, String language) {
        return switch (http.ask(TaobaoApi.PICTURE, Map.of("image_id", imageId, "language", language))) {
            case Silent(var why, var maybeArrived, var after) -> new Searched.Later(after, why);
            case Refusal(var fault) -> new Searched.Later(http.pause(fault), fault.line());
            case Data(var data) -> new TaobaoSearch(data, new TaobaoTexts(language)).toPage();
        };
    }

    @Override
    public Fetched fetch(String itemId, String language) {
        var ref = new ItemRef(MarketplaceId.TAOBAO, itemId);
        if (!itemId.matches("\\d{1,20}")) {
            return new Fetched.Gone(ref);
        }
        var spoken = settings.spoken(language);
        var asked = Map.of("item_resource", "taobao", "item_id", itemId, "language", spoken);
        return switch (http.ask(TaobaoApi.ITEM, asked)) {
            case Silent(var why, var maybeArrived, var after) -> new Fetched.Later(after, why);
            case Refusal(var fault) -> notFetched(ref, fault);
            case Data(var item) -> withProduct(ref, item, new TaobaoTexts(spoken));
        };
    }

    private Fetched withProduct(ItemRef ref, LooseJson item, TaobaoTexts texts) {
        var asked = Map.of("item_id", ref.itemId(), "item_source_market", settings.sourceMarket());
        return switch (http.ask(TaobaoApi.PRODUCT, asked)) {
            case Silent(var why, var maybeArrived, var after) -> new Fetched.Later(after, why);
            case Refusal(var fault) -> notFetched(ref, fault);
            case Data(var product) -> {
                var whole = new TaobaoItem(item, product, texts, settings);
                yield whole.isGone()
                        ? new Fetched.Gone(ref)
                        : new Fetched.Found(whole.toOffer(ref.itemId(), clock.instant()));
            }
        };
    }

    private Fetched notFetched(ItemRef ref, TaobaoFault fault) {
        return fault.kind() == TaobaoFault.Kind.MISSING
                ? new Fetched.Gone(ref)
                : new Fetched.Later(http.pause(fault), fault.line());
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

    /** The answer says what will be paid; only the order says what was. */
    @Override
    public PaidUpstream pay(UpstreamOrder order) {
        var asked = Map.of("purchaseOrderIdList", LooseJson.write(List.of(new BigInteger(order.orderId()))));
        return switch (http.ask(TaobaoApi.PAY, asked)) {
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived
                        ? paid(order.orderId(), new PaidUpstream.Unclear(why))
                        : new PaidUpstream.Later(after, why);
            case Refusal(var fault) ->
                fault.stoppedBefore()
                        ? new PaidUpstream.Later(http.pause(fault), fault.line())
                        : paid(order.orderId(), notPaid(fault));
            case Data(var data) -> answeredPayment(order.orderId(), data);
        };
    }

    private PaidUpstream answeredPayment(String orderId, LooseJson data) {
        var failed = data.list("pay_failed_results").stream()
                .filter(result -> result.text("purchase_order_id").equals(orderId))
                .findFirst();
        if (failed.isPresent() || data.texts("pay_failure_purchase_order_ids").contains(orderId)) {
            var result = failed.orElse(LooseJson.of(""));
            return paid(
                    orderId,
                    notPaid(new TaobaoFault(
                            result.words("error_code").orElse("pay_failure"), result.text("error_msg"), false)));
        }
        return paid(orderId, new PaidUpstream.Unclear("It will be paid, the platform says"));
    }

    private static PaidUpstream notPaid(TaobaoFault fault) {
        return fault.kind() == TaobaoFault.Kind.UNCLEAR || fault.ofGateway()
                ? new PaidUpstream.Unclear(fault.line())
                : new PaidUpstream.Refused(fault.code(), fault.words());
    }

    private PaidUpstream paid(String orderId, PaidUpstream otherwise) {
        if (!(read(orderId) instanceof OrderRead.Present(var order))) {
            return otherwise;
        }
        return switch (order.state()) {
            case PAID, PART_SHIPPED, SHIPPED, DONE -> new PaidUpstream.Done();
            case CLOSED, REFUNDING, REFUNDED -> new PaidUpstream.Refused("closed", "The order is " + order.state());
            case WAIT_PAY, UNKNOWN -> otherwise;
        };
    }

    @Override
    public OrderRead read(String orderId) {
        var asked = Map.of("purchase_ids", "[" + orderId + "]", "page_no", "1", "page_size", "20");
        return switch (http.ask(TaobaoApi.ORDERS, asked)) {
            case Silent(var why, var maybeArrived, var after) -> new OrderRead.Later(after, why);
            case Refusal(var fault) ->
                fault.kind() == TaobaoFault.Kind.MISSING
                        ? new OrderRead.Missing()
                        : new OrderRead.Later(http.pause(fault), fault.line());
            case Data(var data) ->
                data.list("purchase_orders").stream()
                        .map(row -> new TaobaoOrder(row, settings))
                        .filter(order -> order.id().equals(orderId))
                        .findFirst()
                        .<OrderRead>map(order -> new OrderRead.Present(order.toUpstreamOrder()))
                        .orElse(new OrderRead.Missing());
        };
    }

    @Override
    public OrderRead refund(UpstreamOrder order, String reason) {
        return new OrderRead.Unsupported();
    }

    /** It pushes. */
    @Override
    public Polled poll() {
        return new Polled.Unsupported();
    }

    @Override
    public void confirm(List<String> messages) {
        // It told nothing.
    }

    @Override
    public OrderRead trace(UpstreamOrder order) {
        var steps = new ArrayList<OrderRead.Step>();
        for (var line : order.lines().stream().limit(TRACED_LINES).toList()) {
            switch (http.ask(TaobaoApi.LOGISTICS, Map.of("purchase_order_line_id", line.subOrderId()))) {
                case Silent(var why, var maybeArrived, var after) -> {
                    return new OrderRead.Later(after, why);
                }
                case Refusal(var fault) -> {
                    if (fault.stoppedBefore()) {
                        return new OrderRead.Later(http.pause(fault), fault.line());
                    }
                }
                case Data(var data) -> new TaobaoTrace(data).toSteps().forEach(steps::add);
            }
        }
        return new OrderRead.Traced(steps.stream()
                .distinct()
                .sorted(Comparator.comparing(OrderRead.Step::at))
                .limit(STEPS)
                .toList());
    }

    /** Cancelling is a task of the platform's: the order may be open still when it is read right after. */
    @Override
    public OrderRead cancel(String orderId) {
        if (!(read(orderId) instanceof OrderRead.Present(var order))) {
            return read(orderId);
        }
        var lines = order.lines().stream()
                .map(line -> new BigInteger(line.subOrderId()))
                .toList();
        var asked = Map.of(
                "purchase_id",
                orderId,
                "cancel_reason",
                "buyer changed mind",
                "sub_purchase_orderId_list",
                LooseJson.write(lines));
        return switch (http.ask(TaobaoApi.CANCEL, asked)) {
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? read(orderId) : new OrderRead.Later(after, why);
            case Refusal(var fault) ->
                fault.stoppedBefore() ? new OrderRead.Later(http.pause(fault), fault.line()) : read(orderId);
            case Data data -> read(orderId);
        };
    }
}
