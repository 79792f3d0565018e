package io.sampan.outside.marketplace.ali1688;

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
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Body;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Silent;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Stopped;
import io.sampan.outside.wire.LooseJson;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The verbs for looking, and for orders that exist. Buying is in {@link Ali1688Purchase}. */
@Component
@ConditionalOnProperty("sampan.ali1688.app-key")
class Ali1688 implements Connector {
    static final String SOURCE = "ali1688";

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Ali1688Http http;
    private final Ali1688Settings settings;
    private final Clock clock;
    private final Ali1688Purchase purchase;

    Ali1688(Ali1688Http http, Ali1688Settings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
        this.purchase = new Ali1688Purchase(http, settings, this::read);
    }

    @Override
    public MarketplaceId id() {
        return MarketplaceId.ALI1688;
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
                Capability.REFUND,
                Capability.PUSH);
    }

    @Override
    public Searched search(Searched.Query query) {
        var language = settings.country(query.language());
        return switch (http.ask(Ali1688Api.SEARCH, Ali1688Search.fields(query, language))) {
            case Stopped(var fault) -> new Searched.Later(http.pause(fault), fault.line());
            case Silent(var why, var maybeArrived, var after) -> new Searched.Later(after, why);
            case Body(var json) -> searched(new Ali1688Search(json, language));
        };
    }

    private Searched searched(Ali1688Search search) {
        return search.fault()
                .<Searched>map(fault -> new Searched.Later(http.pause(fault), fault.line()))
                .orElseGet(search::toPage);
    }

    /** The picture is sent first, and then searched by the id that it got. */
    @Override
    public Searched searchByImage(byte[] picture, String language) {
        return switch (http.ask(Ali1688Api.UPLOAD, Ali1688Search.upload(picture))) {
            case Stopped(var fault) -> new Searched.Later(http.pause(fault), fault.line());
            case Silent(var why, var maybeArrived, var after) -> new Searched.Later(after, why);
            case Body(var json) -> searchedByImage(json, settings.country(language));
        };
    }

    private Searched searchedByImage(LooseJson uploaded, String country) {
        var fault = Ali1688Fault.ofApi(uploaded.at("result"));
        if (fault.isPresent()) {
            return new Searched.Later(http.pause(fault.get()), fault.get().line());
        }
        var fields = Ali1688Search.byPicture(uploaded.at("result").text("result"), country);
        return switch (http.ask(Ali1688Api.PICTURE, fields)) {
            case Stopped(var stopped) -> new Searched.Later(http.pause(stopped), stopped.line());
            case Silent(var why, var maybeArrived, var after) -> new Searched.Later(after, why);
            case Body(var json) -> searched(new Ali1688Search(json, country));
        };
    }

    @Override
    public Fetched fetch(String itemId, String language) {
        var item = new ItemRef(MarketplaceId.ALI1688, itemId);
        if (!itemId.matches("\\d{1,18}")) {
            return new Fetched.Gone(item);
        }
        var country = settings.country(language);
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("offerId", Long.parseLong(itemId));
        parameters.put("country", country);
        return switch (http.ask(Ali1688Api.DETAIL, Map.of("offerDetailParam", LooseJson.write(parameters)))) {
            case Stopped(var fault) -> new Fetched.Later(http.pause(fault), fault.line());
            case Silent(var why, var maybeArrived, var after) -> new Fetched.Later(after, why);
            case Body(var json) -> fetched(item, json, country);
        };
    }

    private Fetched fetched(ItemRef item, LooseJson json, String country) {
        var fault = Ali1688Fault.ofApi(json).or(() -> Ali1688Fault.ofApi(json.at("result")));
        if (fault.isPresent()) {
            return fault.get().kind() == Ali1688Fault.Kind.MISSING
                    ? new Fetched.Gone(item)
                    : new Fetched.Later(http.pause(fault.get()), fault.get().line());
        }
        var offer = new Ali1688Offer(json.at("result", "result"), country);
        if (offer.isGone()) {
            return new Fetched.Gone(item);
        }
        return offer.id().equals(item.itemId())
                ? new Fetched.Found(offer.toOffer(clock.instant()))
                : new Fetched.Later(SOON, "The answer is of another item");
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
        return new Ali1688Payment(http, this::read).pay(order);
    }

    @Override
    public OrderRead read(String orderId) {
        var fields = Map.of("webSite", "1688", "orderId", orderId, "includeFields", "NativeLogistics");
        return switch (http.ask(Ali1688Api.ORDER, fields)) {
            case Stopped(var fault) -> new OrderRead.Later(http.pause(fault), fault.line());
            case Silent(var why, var maybeArrived, var after) -> new OrderRead.Later(after, why);
            case Body(var json) -> shown(json);
        };
    }

    private OrderRead shown(LooseJson json) {
        var fault = Ali1688Fault.ofApi(json);
        if (fault.isPresent()) {
            return fault.get().kind() == Ali1688Fault.Kind.MISSING
                    ? new OrderRead.Missing()
                    : new OrderRead.Later(http.pause(fault.get()), fault.get().line());
        }
        var order = new Ali1688Order(json.at("result"));
        return order.id().isEmpty()
                ? new OrderRead.Later(SOON, "The answer shows no order")
                : new OrderRead.Present(order.toUpstreamOrder());
    }

    @Override
    public OrderRead refund(UpstreamOrder order, String reason) {
        return new Ali1688Refund(http, this::read).ask(order, reason);
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
        var fields = Map.of("webSite", "1688", "orderId", order.orderId());
        return switch (http.ask(Ali1688Api.TRACE, fields)) {
            case Stopped(var fault) -> new OrderRead.Later(http.pause(fault), fault.line());
            case Silent(var why, var maybeArrived, var after) -> new OrderRead.Later(after, why);
            case Body(var json) -> traced(json);
        };
    }

    /** "No trace" is what the platform says before the courier's first scan. */
    private OrderRead traced(LooseJson json) {
        var fault = Ali1688Fault.ofApi(json);
        if (fault.isEmpty()) {
            return new OrderRead.Traced(new Ali1688Trace(json).toSteps());
        }
        if (fault.get().code().equals("order.nopermission.buyer")) {
            return new OrderRead.Missing();
        }
        return fault.get().kind() == Ali1688Fault.Kind.MISSING
                ? new OrderRead.Traced(List.of())
                : new OrderRead.Later(http.pause(fault.get()), fault.get().line());
    }

    @Override
    public OrderRead cancel(String orderId) {
        var fields = Map.of("webSite", "1688", "tradeID", orderId, "cancelReason", "buyerCancel", "remark", "");
        return switch (http.ask(Ali1688Api.CANCEL, fields)) {
            case Stopped(var fault) -> new OrderRead.Later(http.pause(fault), fault.line());
            case Silent(var why, var maybeArrived, var after) ->
                maybeArrived ? read(orderId) : new OrderRead.Later(after, why);
            case Body body -> read(orderId);
        };
    }
}
