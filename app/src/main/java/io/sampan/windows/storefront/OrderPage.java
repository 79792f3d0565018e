package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Moved;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.PayPage;
import io.sampan.buy.paychoice.PayChooser.Where;
import io.sampan.buy.payment.Payments;
import io.sampan.deliver.shipping.Parcel;
import io.sampan.deliver.shipping.Parcels;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.PhotoId;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.outside.carrier.Tracking;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One order on one page, from paid to delivered: its timeline, its things, its money, and what its owner can decide. */
@Controller
public class OrderPage {
    /** How long a shopper who comes back from paying waits for the outcome: most of the time it is there. */
    private static final int MOST_WAITS = 25;

    private static final Duration WAIT = Duration.ofMillis(100);

    private final Storefront storefront;
    private final Orders orders;
    private final Payments payments;
    private final Warehouse warehouse;
    private final Parcels parcels;
    private final Tracking tracking;
    private final PayChoices choices;

    OrderPage(
            Storefront storefront,
            Orders orders,
            Payments payments,
            Warehouse warehouse,
            Parcels parcels,
            Tracking tracking,
            PayChoices choices) {
        this.storefront = storefront;
        this.orders = orders;
        this.payments = payments;
        this.warehouse = warehouse;
        this.parcels = parcels;
        this.tracking = tracking;
        this.choices = choices;
    }

    @GetMapping("/orders/{number}")
    void show(
            @PathVariable String number,
            @RequestParam Optional<String> said,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var order = own(number, request);
        var timeline = orders.timeline(order.id());
        var view = new OrderView(
                order,
                Milestone.of(order, timeline),
                timeline.reversed(),
                payments.of(order.id().value()),
                photos(order),
                parcel(order),
                choices.due(order, request),
                said.map(code -> "order.said." + code)
                        .filter(frame.texts()::knows)
                        .orElse(""));
        storefront.show(response, "order", frame, view);
    }

    @GetMapping("/orders/{number}/photos/{photo}")
    void photo(
            @PathVariable String number,
            @PathVariable UUID photo,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var order = own(number, request);
        var found = warehouse
                .photo(new PhotoId(photo))
                .filter(one -> one.order().equals(order.id()))
                .orElseThrow(NotThere::new);
        response.setContentType(found.contentType());
        response.setHeader("Cache-Control", "private, max-age=86400, immutable");
        response.getOutputStream().write(found.bytes());
    }

    private Map<OrderLineId, List<String>> photos(Order order) {
        var lines = warehouse.of(order.id()).stream().collect(Collectors.toMap(Item::id, Item::line));
        var photos = new HashMap<OrderLineId, List<String>>();
        for (var photo : warehouse.photosOf(order.id())) {
            photos.computeIfAbsent(lines.get(photo.item()), line -> new ArrayList<>())
                    .add("/orders/" + order.number() + "/photos/" + photo.id().value());
        }
        return photos;
    }

    private OrderView.@Nullable OnItsWay parcel(Order order) {
        return switch (order.state()) {
            case OrderState.HandedOver _, OrderState.Delivered _ ->
                parcels.of(order.id())
                        .flatMap(parcel -> Optional.ofNullable(parcel.trackingNumber())
                                .map(number -> onItsWay(parcel, number, order)))
                        .orElse(null);
            case OrderState.AwaitingPayment _,
                    OrderState.Gathering _,
                    OrderState.Received _,
                    OrderState.Packed _,
                    OrderState.Cancelled _ -> null;
        };
    }

    private OrderView.OnItsWay onItsWay(Parcel parcel, String number, Order order) {
        return new OrderView.OnItsWay(
                number,
                tracking.page(number).orElse(null),
                parcels.delivery(parcel.id()).events().reversed(),
                parcels.expected(parcel, order.quote().destination().country())
                        .map(expected -> new OrderView.Arrival(expected.from(), expected.to(), expected.learnt()))
                        .orElse(null));
    }

    /**
     * The gateway sends shoppers here after they paid; it may be quicker than its own webhook, so we ask it at once, and wait shortly for the
     * order to hear of it. What takes longer, the order's page tells.
     */
    @GetMapping("/orders/{number}/paid")
    void paid(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        var order = own(number, request);
        var paid = payments.look(order.id().value());
        for (int i = 0; i < MOST_WAITS && OrderView.isBeingPaid(order, paid) && pauses(); i++) {
            order = own(number, request);
            paid = payments.of(order.id().value());
        }
        storefront.goOn(response, "/orders/" + number);
    }

    private static boolean pauses() {
        try {
            Thread.sleep(WAIT);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @PostMapping("/orders/{number}/pay")
    void pay(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String pay,
            @RequestParam(required = false) @Nullable String shown,
            HttpServletRequest request,
            HttpServletResponse response) {
        var order = own(number, request);
        var sent = new PayChoices.Sent(pay, shown);
        var where = orders.due(order).map(due -> new Where(order.address().country(), due));
        var way = where.flatMap(here -> choices.chosen(sent, here, request));
        var page = way.isPresent() ? orders.payPage(order.id(), way.get()) : orders.payPage(order.id());
        if (page instanceof PayPage.Ready && where.isPresent()) {
            choices.learn(sent, order.id().value(), where.get(), request);
        }
        storefront.goOn(response, onwards(number, page));
    }

    /** Where a shopper goes who wants to pay: to the gateway's page, or to the order's, which says why not. */
    static String onwards(String number, PayPage page) {
        return switch (page) {
            case PayPage.Ready ready when ScanPage.isToScan(ready.page()) -> "/orders/" + number + "/scan";
            case PayPage.Ready ready -> ready.page().toString();
            case PayPage.BeingTaken _ -> "/orders/" + number + "?said=being-taken";
            case PayPage.NothingDue _ -> "/orders/" + number + "?said=nothing-due";
            case PayPage.Refused _ -> "/orders/" + number + "?said=refused";
            case PayPage.NotNow _ -> "/orders/" + number + "?said=not-now";
        };
    }

    @PostMapping("/orders/{number}/cancel")
    void cancel(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        var order = own(number, request);
        var done = order.funds().receipts().isEmpty() ? "cancelled-unpaid" : "cancelled";
        tell(number, orders.cancel(order.id(), Orders.By.SHOPPER), done, response);
    }

    /** The shopper does not pay the new price: what waits for it is cancelled and refunded. */
    @PostMapping("/orders/{number}/decline")
    void decline(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        tell(number, orders.declinePrice(own(number, request).id()), "declined", response);
    }

    private void tell(String number, Moved moved, String done, HttpServletResponse response) {
        storefront.goOn(response, "/orders/" + number + "?said=" + (moved.stands() ? done : "too-late"));
    }

    /** Somebody else's order is as little there as one that never was. */
    private Order own(String number, HttpServletRequest request) {
        var owner = Visitor.of(request).required().id();
        return orders.find(number)
                .filter(order -> order.shopper().equals(owner))
                .orElseThrow(NotThere::new);
    }
}
