package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Funds;
import io.sampan.buy.ordering.Moved;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.PayPage;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.Payments;
import io.sampan.deliver.shipping.Parcels;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.PhotoId;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.outside.carrier.Tracked;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    OrderPage(Storefront storefront, Orders orders, Payments payments, Warehouse warehouse, Parcels parcels) {
        this.storefront = storefront;
        this.orders = orders;
        this.payments = payments;
        this.warehouse = warehouse;
        this.parcels = parcels;
    }

    /** The first and the last day on which the parcel was promised to come. */
    public record Arrival(Instant from, Instant to) {}

    /**
     * @param events all that happened, the latest first
     * @param photos addresses of the photos that our warehouse took, by line
     * @param tracking what the carrier told of the parcel, the latest first
     * @param said text key of what came of the last click, or empty
     */
    public record View(
            Order order,
            List<Milestone> milestones,
            List<TimelineEvent> events,
            List<PaymentView> payments,
            Map<OrderLineId, List<String>> photos,
            List<Tracked.Event> tracking,
            String said) {
        /** The days that were promised, counted from the payment; null before it and after the end. */
        public @Nullable Arrival arrival() {
            var paid = milestones.getFirst();
            var end = milestones.getLast().progress();
            var days = order.quote().days();
            return paid.at() == null || end == Milestone.Progress.DONE || end == Milestone.Progress.BAD
                    ? null
                    : new Arrival(
                            paid.at().plus(days.min(), ChronoUnit.DAYS),
                            paid.at().plus(days.max(), ChronoUnit.DAYS));
        }

        /** Whether money for it came in, so that its price is a thing of the past. */
        public boolean paid() {
            return milestones.getFirst().at() != null;
        }

        /** Whether the shopper has paid what is due, and the order does not know it yet: then nothing may ask them to pay. */
        public boolean isBeingPaid() {
            return OrderPage.isBeingPaid(order, payments);
        }

        /** Whether something may happen by itself soon, so that the page should look again. */
        public boolean moving() {
            return switch (order.state()) {
                case OrderState.Delivered _, OrderState.Cancelled _ -> false;
                case OrderState.AwaitingPayment _,
                        OrderState.NeedsShopper _,
                        OrderState.Paid _,
                        OrderState.Buying _,
                        OrderState.Bought _,
                        OrderState.Received _,
                        OrderState.Packed _,
                        OrderState.HandedOver _ -> true;
            };
        }

        public boolean mayCancel() {
            return switch (order.state()) {
                case OrderState.AwaitingPayment _, OrderState.Paid _, OrderState.NeedsShopper _ -> true;
                case OrderState.Buying _,
                        OrderState.Bought _,
                        OrderState.Received _,
                        OrderState.Packed _,
                        OrderState.HandedOver _,
                        OrderState.Delivered _,
                        OrderState.Cancelled _ -> false;
            };
        }
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
        var view = new View(
                order,
                Milestone.of(order, timeline),
                timeline.reversed(),
                payments.of(order.id().value()),
                photos(order),
                tracking(order),
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

    private List<Tracked.Event> tracking(Order order) {
        return parcels.of(order.id())
                .map(parcel -> parcels.delivery(parcel.id()).events().reversed())
                .orElse(List.of());
    }

    /**
     * The gateway sends shoppers here after they paid; it may be quicker than its own webhook, so we ask it at once, and wait shortly for the
     * order to hear of it. What takes longer, the order's page tells.
     */
    @GetMapping("/orders/{number}/paid")
    void paid(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        var order = own(number, request);
        var paid = payments.look(order.id().value());
        for (int i = 0; i < MOST_WAITS && isBeingPaid(order, paid) && pauses(); i++) {
            order = own(number, request);
            paid = payments.of(order.id().value());
        }
        storefront.goOn(response, "/orders/" + number);
    }

    private static boolean isBeingPaid(Order order, List<PaymentView> payments) {
        return switch (order.state()) {
            case OrderState.AwaitingPayment _, OrderState.NeedsShopper _ -> {
                var known = order.funds().receipts().stream()
                        .map(Funds.Receipt::payment)
                        .toList();
                yield payments.stream()
                        .filter(payment -> payment.state().isUnderWay())
                        .anyMatch(payment -> !known.contains(payment.id().value()));
            }
            case OrderState.Paid _,
                    OrderState.Buying _,
                    OrderState.Bought _,
                    OrderState.Gathered _,
                    OrderState.Cancelled _ -> false;
        };
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
    void pay(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        var order = own(number, request);
        storefront.goOn(
                response,
                switch (orders.payPage(order.id())) {
                    case PayPage.Ready ready -> ready.page().toString();
                    case PayPage.BeingTaken _ -> "/orders/" + number + "?said=being-taken";
                    case PayPage.NothingDue _ -> "/orders/" + number + "?said=nothing-due";
                    case PayPage.Refused _ -> "/orders/" + number + "?said=refused";
                    case PayPage.NotNow _ -> "/orders/" + number + "?said=not-now";
                });
    }

    @PostMapping("/orders/{number}/cancel")
    void cancel(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        tell(number, orders.cancel(own(number, request).id(), Orders.By.SHOPPER), "cancelled", response);
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
