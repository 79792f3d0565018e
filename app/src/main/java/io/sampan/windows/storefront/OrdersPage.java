package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A shopper's orders, the newest first. */
@Controller
public class OrdersPage {
    private final Storefront storefront;
    private final Orders orders;
    private final StorefrontSettings settings;

    OrdersPage(Storefront storefront, Orders orders, StorefrontSettings settings) {
        this.storefront = storefront;
        this.orders = orders;
        this.settings = settings;
    }

    public record View(List<Order> orders) {}

    @GetMapping("/orders")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = storefront.frame(request);
        var view = new View(orders.ofShopper(frame.visitor().required().id(), settings.ordersShown()));
        storefront.show(response, "orders", frame, view);
    }
}
