package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Moved;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.PayPage;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.Payments;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One order on one page, from paid to delivered: its timeline, its things, its money, and what its owner can decide. */
@Controller
public class OrderPage {
    private final Storefront storefront;
    private final Orders orders;
    private final Payments payments;

    OrderPage(Storefront storefront, Orders orders, Payments payments) {
        this.storefront = storefront;
        this.orders = orders;
        this.payments = payments;
    }

    /**
     * @param events all that happened, the latest first
     * @param said text key of what came of the last click, or empty
     */
    public record View(
            Order order,
            List<Milestone> milestones,
            List<TimelineEvent> events,
            List<PaymentView> payments,
            String said) {
        /** Whether something may happen by itself soon, so that the page should look again. */
        public boolean moving() {
            return switch (order.state()) {
                case OrderState.Delivered _, OrderState.Cancelled _, OrderState.NeedsShopper _ -> false;
                case OrderState.AwaitingPayment _,
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
                said.map(code -> "order.said." + code)
                        .filter(frame.texts()::knows)
                        .orElse(""));
        storefront.show(response, "order", frame, view);
    }

    /** The gateway sends shoppers here after they paid; it may be quicker than its own webhook, so we ask it at once. */
    @GetMapping("/orders/{number}/paid")
    void paid(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        var order = own(number, request);
        payments.look(order.id().value());
        storefront.goOn(response, "/orders/" + number);
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
