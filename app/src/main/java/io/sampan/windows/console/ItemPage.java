package io.sampan.windows.console;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.warehouse.Defect;
import io.sampan.deliver.warehouse.Handled;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.ItemId;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.deliver.warehouse.PhotoId;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One item on the table: photograph, weigh, measure, and say whether it is good. */
@Controller
public class ItemPage {
    private final Pages pages;
    private final Warehouse warehouse;
    private final Orders orders;

    ItemPage(Pages pages, Warehouse warehouse, Orders orders) {
        this.pages = pages;
        this.warehouse = warehouse;
        this.orders = orders;
    }

    /**
     * What was typed.
     *
     * @param measures of all pieces together
     * @param faults names of fields that cannot be so
     */
    public record Form(Measures measures, String words, List<String> faults) {}

    public record View(Item item, Order order, OrderLine line, List<PhotoId> photos, Form form, Said said) {
        public boolean mayCheck() {
            return item.state() instanceof ItemState.Received;
        }

        public boolean isAwaited() {
            return item.state() instanceof ItemState.Expected;
        }

        public boolean mayPhotograph() {
            return !isAwaited() && !(item.state() instanceof ItemState.Packed) && photos.size() < Warehouse.MOST_PHOTOS;
        }

        /** Whether nothing is missing but the judgement. */
        public boolean isReady() {
            return !photos.isEmpty() && item.grams() != null;
        }

        public List<String> defects() {
            return Arrays.stream(Defect.Kind.values()).map(Defect.Kind::slug).toList();
        }
    }

    @GetMapping("/console/items/{id}")
    void show(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var item = item(id);
        var grams = item.grams();
        var size = item.size();
        var measures = grams == null || size == null ? Measures.none() : Measures.of(grams, size);
        show(item, new Form(measures, "", List.of()), request, response);
    }

    /** Keeps weight and size; with {@code then=accept} the item is accepted as well. */
    @PostMapping("/console/items/{id}/check")
    void check(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var item = item(id);
        var typed = new Typed(request);
        var measures = Measures.typed(typed);
        if (!measures.faults().isEmpty()) {
            show(item, new Form(measures, "", measures.faults()), request, response);
            return;
        }
        var weighed = warehouse.weigh(item.id(), measures.weight(), measures.size());
        if (typed.text("then").equals("accept") && !(weighed instanceof Handled.Forbidden)) {
            accepted(item, response);
        } else {
            pages.goOn(response, path(item) + "?said=" + said(weighed, "weighed"));
        }
    }

    @PostMapping("/console/items/{id}/accept")
    void accept(@PathVariable UUID id, HttpServletResponse response) {
        accepted(item(id), response);
    }

    @PostMapping("/console/items/{id}/reject")
    void reject(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var item = item(id);
        var typed = new Typed(request);
        var words = typed.text("words");
        var kind = Arrays.stream(Defect.Kind.values())
                .filter(one -> one.slug().equals(typed.text("defect")))
                .findFirst();
        if (kind.isEmpty() || words.isEmpty() || words.length() > Defect.MOST_WORDS) {
            show(item, new Form(Measures.none(), words, List.of("words")), request, response);
            return;
        }
        var handled = warehouse.reject(item.id(), new Defect(kind.get(), words));
        pages.goOn(response, next(item, handled, "rejected"));
    }

    /** A person counted: nothing is on its way any more. */
    @PostMapping("/console/items/{id}/all-here")
    void allHere(@PathVariable UUID id, HttpServletResponse response) {
        var item = item(id);
        pages.goOn(response, path(item) + "?said=" + said(warehouse.isAllHere(item.id()), "received"));
    }

    private void accepted(Item item, HttpServletResponse response) {
        pages.goOn(response, next(item, warehouse.accept(item.id()), "accepted"));
    }

    /** The next thing of the same order, packing when this was the last, and else the counter. */
    private String next(Item item, Handled handled, String done) {
        if (!(handled instanceof Handled.Done)) {
            return path(item) + "?said=" + said(handled, done);
        }
        var waiting = warehouse.of(item.order()).stream()
                .filter(one -> one.state() instanceof ItemState.Received)
                .findFirst();
        if (waiting.isPresent()) {
            return path(waiting.get()) + "?said=" + done + "-next";
        }
        return orders.find(item.order())
                .filter(order -> order.state() instanceof OrderState.Received)
                .map(order -> "/console/packing/" + order.number() + "?said=" + done + "-pack")
                .orElse("/console/receiving?said=" + done);
    }

    private static String said(Handled handled, String done) {
        return switch (handled) {
            case Handled.Done _ -> done;
            case Handled.Already _ -> "already";
            case Handled.Forbidden _ -> "not-now";
            case Handled.Lacking(var needs) ->
                needs.size() > 1
                        ? "lacking-both"
                        : needs.contains(Item.Need.PHOTO) ? "lacking-photo" : "lacking-weight";
        };
    }

    private void show(Item item, Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = pages.frame(request, "console");
        var order = orders.find(item.order()).orElseThrow(NotThere::new);
        var line = order.line(item.line()).orElseThrow(NotThere::new);
        var view = new View(item, order, line, warehouse.photosOf(item.id()), form, Said.of(request, frame));
        int status = form.faults().isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
        pages.show(response, status, "console/item.jte", frame, view);
    }

    private Item item(UUID id) {
        return warehouse.find(new ItemId(id)).orElseThrow(NotThere::new);
    }

    private static String path(Item item) {
        return "/console/items/" + item.id();
    }
}
