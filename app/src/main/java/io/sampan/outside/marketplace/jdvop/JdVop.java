package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Connector;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.PaidUpstream;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Data;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Refusal;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Silent;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.WhenSet;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The verbs. Looking is in {@link JdVopShelf}, buying in {@link JdVopPurchase}, what follows in {@link JdVopOrders} and {@link JdVopPayment}. */
@Component
@WhenSet("sampan.jd-vop.client-id")
class JdVop implements Connector {
    static final String SOURCE = "jd-vop";

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MESSAGES_AT_ONCE = 100;

    private final JdVopHttp http;
    private final Clock clock;
    private final JdVopShelf shelf;
    private final JdVopOrders orders;
    private final JdVopPurchase purchase;
    private final JdVopPayment payment;

    JdVop(JdVopHttp http, JdVopSettings settings, Clock clock) {
        this.http = http;
        this.clock = clock;
        this.shelf = new JdVopShelf(http, settings, clock);
        this.orders = new JdVopOrders(http);
        this.purchase = new JdVopPurchase(http, settings, orders);
        this.payment = new JdVopPayment(http, orders);
    }

    @Override
    public MarketplaceId id() {
        return MarketplaceId.JD;
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
                Capability.MESSAGE_POLL);
    }

    @Override
    public Searched search(Searched.Query query) {
        return shelf.search(query);
    }

    @Override
    public Searched searchByImage(byte[] picture, String language) {
        return new Searched.Unsupported();
    }

    @Override
    public Fetched fetch(String itemId, String language) {
        return shelf.fetch(itemId);
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

    @Override
    public PaidUpstream pay(UpstreamOrder order) {
        return payment.pay(order);
    }

    @Override
    public OrderRead read(String orderId) {
        return orders.read(orderId);
    }

    @Override
    public OrderRead trace(UpstreamOrder order) {
        return orders.trace(order);
    }

    @Override
    public OrderRead cancel(String orderId) {
        return orders.cancel(orderId);
    }

    /** Goods go back after their delivery only, by JD's after-sales service, which we do not call. */
    @Override
    public OrderRead refund(UpstreamOrder order, String reason) {
        return new OrderRead.Unsupported();
    }

    @Override
    public Polled poll() {
        return switch (http.ask(JdVopApi.MESSAGES, Map.of("type", JdVopMessage.TYPES))) {
            case Silent(var why, var maybeArrived, var after) -> new Polled.Later(after, why);
            case Refusal(var fault) ->
                fault.kind() == JdVopFault.Kind.MISSING
                        ? new Polled.Told(List.of(), List.of())
                        : new Polled.Later(http.pause(fault), fault.line());
            case Data(var reply) -> told(reply);
        };
    }

    private Polled told(LooseJson reply) {
        var messages = reply.list("result").stream().map(JdVopMessage::new).toList();
        var now = clock.instant();
        return new Polled.Told(
                messages.stream()
                        .flatMap(message -> message.toNews(now, shelf::shownBy).stream())
                        .toList(),
                messages.stream()
                        .map(JdVopMessage::id)
                        .filter(id -> !id.isEmpty())
                        .toList());
    }

    @Override
    public void confirm(List<String> messages) {
        for (int from = 0; from < messages.size(); from += MESSAGES_AT_ONCE) {
            var some = messages.subList(from, Math.min(from + MESSAGES_AT_ONCE, messages.size()));
            http.ask(JdVopApi.MESSAGES_DELETE, Map.of("id", String.join(",", some)));
        }
    }
}
