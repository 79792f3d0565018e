package io.sampan.windows.console;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.deliver.warehouse.Packing;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Orders of which everything is here: one box, its weight, its three sides. */
@Controller
public class PackingPage {
    private static final int SHOWN = 100;

    private final Pages pages;
    private final Orders orders;
    private final Warehouse warehouse;
    private final Tasks tasks;

    PackingPage(Pages pages, Orders orders, Warehouse warehouse, Tasks tasks) {
        this.pages = pages;
        this.orders = orders;
        this.warehouse = warehouse;
        this.tasks = tasks;
    }

    public record ListView(Pile toPack, Said said) {}

    /** @param items that go into the box */
    public record View(Order order, List<Item> items, Measures measures, List<String> faults, Said said) {
        public boolean mayPack() {
            return order.state() instanceof OrderState.Received;
        }

        /** Of the things without the box. */
        public int grams() {
            return items.stream()
                    .map(Item::grams)
                    .mapToInt(grams -> grams == null ? 0 : grams)
                    .sum();
        }
    }

    @GetMapping("/console/packing")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var view = new ListView(tasks.toPack(frame.texts(), SHOWN), Said.of(request, frame));
        pages.show(response, "console/packing.jte", frame, view);
    }

    @GetMapping("/console/packing/{number}")
    void show(@PathVariable String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        show(order(number), Measures.none(), false, request, response);
    }

    @PostMapping("/console/packing/{number}")
    void pack(@PathVariable String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var order = order(number);
        var measures = Measures.typed(new Typed(request));
        if (!measures.faults().isEmpty()) {
            show(order, measures, true, request, response);
            return;
        }
        pages.goOn(
                response,
                switch (warehouse.pack(order.id(), measures.parcel())) {
                    case Packing.Done(var parcel) -> "/console/parcels/" + parcel + "?said=packed";
                    case Packing.Already(var parcel) -> "/console/parcels/" + parcel + "?said=packed-before";
                    case Packing.Forbidden _ -> "/console/packing/" + number + "?said=not-now";
                });
    }

    private void show(
            Order order, Measures measures, boolean checked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = pages.frame(request, "console");
        var items = warehouse.of(order.id()).stream()
                .filter(item -> item.state() instanceof ItemState.Accepted || item.state() instanceof ItemState.Packed)
                .toList();
        var faults = checked ? measures.faults() : List.<String>of();
        int status = faults.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
        var view = new View(order, items, measures, faults, Said.of(request, frame));
        pages.show(response, status, "console/pack.jte", frame, view);
    }

    private Order order(String number) {
        return orders.find(number).orElseThrow(NotThere::new);
    }
}
