package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.PaymentState;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.Payments;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a shopper at a desk pays with their phone: the code to scan, until it is paid. */
@Controller
class ScanPage {
    private final Storefront storefront;
    private final Orders orders;
    private final Payments payments;

    ScanPage(Storefront storefront, Orders orders, Payments payments) {
        this.storefront = storefront;
        this.orders = orders;
        this.payments = payments;
    }

    /** Whether a payment's page is no page of the web, but something that a phone has to read. */
    static boolean isToScan(URI page) {
        return !"https".equals(page.getScheme()) && !"http".equals(page.getScheme());
    }

    /** Once it is paid, or can be paid no longer, the order's page tells. */
    @GetMapping("/orders/{number}/scan")
    void show(@PathVariable String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var owner = Visitor.of(request).required().id();
        var order =
                orders.find(number).filter(one -> one.shopper().equals(owner)).orElseThrow(NotThere::new);
        var scan = scan(order);
        if (scan.isEmpty()) {
            storefront.goOn(response, "/orders/" + number);
            return;
        }
        storefront.show(response, "scan", storefront.frame(request), scan.get());
    }

    private Optional<OrderView.Scan> scan(Order order) {
        return payments.of(order.id().value()).reversed().stream()
                .flatMap(payment -> scan(order, payment).stream())
                .findFirst();
    }

    private static Optional<OrderView.Scan> scan(Order order, PaymentView payment) {
        return payment.state() instanceof PaymentState.Open open && !open.checking() && isToScan(open.page())
                ? Optional.of(new OrderView.Scan(
                        order.number(),
                        payment.method(),
                        payment.amount(),
                        QrCode.svg(open.page().toString()),
                        open.expires()))
                : Optional.empty();
    }
}
