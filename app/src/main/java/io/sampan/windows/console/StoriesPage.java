package io.sampan.windows.console;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All orders, by state or by number. */
@Controller
public class StoriesPage {
    /** In the order of an order's life. */
    static final List<String> STATES = List.of(
            "awaiting-payment",
            "paid",
            "buying",
            "needs-shopper",
            "bought",
            "received",
            "packed",
            "handed-over",
            "delivered",
            "cancelled");

    private static final int SHOWN = 100;

    private final Pages pages;
    private final Orders orders;

    StoriesPage(Pages pages, Orders orders) {
        this.pages = pages;
        this.orders = orders;
    }

    /** @param slug of the state; empty for all */
    public record Filter(String slug, long count, boolean chosen) {}

    /**
     * @param number that was asked for and that no order has; empty when all is well
     * @param full whether there may be more than are shown
     */
    public record View(List<Filter> filters, List<Order> orders, String number, boolean full) {}

    @GetMapping("/console/orders")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = new Typed(request);
        var number = normal(form.text("number"));
        var found = number.isEmpty() ? null : orders.find(number).orElse(null);
        if (found != null) {
            pages.goOn(response, "/console/orders/" + found.number());
            return;
        }
        var state = STATES.contains(form.text("state")) ? form.text("state") : "";
        var rows = orders.recent(state.isEmpty() ? Set.of() : Set.of(state), SHOWN);
        var view = new View(filters(state), rows, number, rows.size() >= SHOWN);
        pages.show(response, "console/orders.jte", pages.frame(request, "console"), view);
    }

    private List<Filter> filters(String chosen) {
        var counts = orders.counts();
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var filters = new java.util.ArrayList<Filter>();
        filters.add(new Filter("", all, chosen.isEmpty()));
        STATES.forEach(slug -> filters.add(new Filter(slug, counts.getOrDefault(slug, 0L), slug.equals(chosen))));
        return List.copyOf(filters);
    }

    /** People leave out the beginning, and type capitals and blanks as they like. */
    static String normal(String number) {
        var capitals = number.toUpperCase(Locale.ROOT).replace(" ", "");
        return capitals.isEmpty() || capitals.startsWith("SP-") ? capitals : "SP-" + capitals;
    }
}
