package io.sampan.windows.console;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.warehouse.Inbound;
import io.sampan.deliver.warehouse.Inbounds;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.deliver.warehouse.Receiving;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.outside.carrier.TrackingNumbers;
import io.sampan.windows.frame.Pages;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The counter: one field for a parcel's number, and then straight on to what is in it. */
@Controller
public class ReceivingPage {
    private static final int SHOWN = 100;

    private final Pages pages;
    private final Inbounds inbounds;
    private final Warehouse warehouse;
    private final Orders orders;
    private final Tasks tasks;
    private final TrackingNumbers numbers;
    private final Clock clock;

    ReceivingPage(
            Pages pages,
            Inbounds inbounds,
            Warehouse warehouse,
            Orders orders,
            Tasks tasks,
            TrackingNumbers numbers,
            Clock clock) {
        this.pages = pages;
        this.inbounds = inbounds;
        this.warehouse = warehouse;
        this.orders = orders;
        this.tasks = tasks;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** One thing in a parcel that is here. */
    public record Thing(Item item, Order order, OrderLine line) {}

    /**
     * What was typed.
     *
     * @param number of an order, to which an orphan belongs
     * @param fault text key; empty at first
     */
    public record Form(String waybill, String number, String fault) {}

    /**
     * @param parcel that was just received or looked up, or null
     * @param couriers text keys of those whose number it may be, when nobody expected it
     */
    public record View(
            Form form,
            @Nullable Inbound parcel,
            List<String> couriers,
            List<Thing> things,
            Pile toCheck,
            Pile expected,
            Pile orphans,
            Pile unwanted,
            Said said) {}

    @GetMapping("/console/receiving")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(new Form(new Typed(request).text("waybill"), "", ""), request, response);
    }

    @PostMapping("/console/receiving")
    void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var waybill = new Typed(request).text("waybill");
        var by = Visitor.of(request).required().id();
        switch (inbounds.receive(waybill, by)) {
            case Receiving.Matched(var items) -> goOn(waybill, items, "received", response);
            case Receiving.AlreadyReceived(var items) -> goOn(waybill, items, "received-before", response);
            case Receiving.Orphan(var number) -> goOn(number, List.of(), "orphan", response);
            case Receiving.Malformed _ -> show(new Form(waybill, "", "fault.waybill"), request, response);
        }
    }

    /** Somebody found out to which order an orphan belongs: all that this order still waits for may be in it. */
    @PostMapping("/console/receiving/assign")
    void assign(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = new Typed(request);
        var number = StoriesPage.normal(form.text("number"));
        var waiting = orders.find(number).map(ReceivingPage::waiting).orElse(List.of());
        var order = orders.find(number);
        if (order.isEmpty() || waiting.isEmpty()) {
            var fault = order.isEmpty() ? "fault.no-such-order" : "fault.nothing-awaited";
            show(new Form(form.text("waybill"), form.text("number"), fault), request, response);
            return;
        }
        var assigned = inbounds.assign(
                form.text("waybill"),
                order.get().id(),
                waiting.stream().map(OrderLine::id).toList());
        switch (assigned) {
            case Receiving.Matched(var items) -> goOn(form.text("waybill"), items, "assigned", response);
            case Receiving.AlreadyReceived(var items) -> goOn(form.text("waybill"), items, "assigned", response);
            case Receiving.Orphan _, Receiving.Malformed _ ->
                show(new Form(form.text("waybill"), form.text("number"), "fault.waybill"), request, response);
        }
    }

    /** A single thing that is all here is checked at once; else a person chooses. */
    private void goOn(String waybill, List<Item> items, String said, HttpServletResponse response) {
        var here = items.stream()
                .filter(item -> item.state() instanceof ItemState.Received)
                .toList();
        pages.goOn(
                response,
                items.size() == 1 && here.size() == 1
                        ? "/console/items/" + here.getFirst().id() + "?said=" + said
                        : "/console/receiving?parcel=" + Tasks.encoded(waybill) + "&said=" + said);
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var texts = frame.texts();
        var asked = new Typed(request).text("parcel");
        var parcel = asked.isEmpty() ? Optional.<Inbound>empty() : inbounds.find(asked);
        var view = new View(
                form,
                parcel.orElse(null),
                parcel.map(Inbound::waybill).map(this::couriers).orElse(List.of()),
                parcel.map(this::things).orElse(List.of()),
                tasks.toCheck(texts, SHOWN),
                tasks.expected(texts, SHOWN),
                tasks.orphans(SHOWN),
                tasks.unwanted(texts, SHOWN),
                Said.of(request, frame));
        int status = form.fault().isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
        pages.show(response, status, "console/receiving.jte", frame, view);
    }

    private List<String> couriers(String waybill) {
        return numbers.candidates(waybill, clock.instant()).stream()
                .map(one -> "courier." + one.courier())
                .distinct()
                .toList();
    }

    private List<Thing> things(Inbound inbound) {
        return inbound.contents().stream()
                .flatMap(content -> thing(content).stream())
                .toList();
    }

    private Optional<Thing> thing(Inbound.Content content) {
        var order = orders.find(content.order());
        var item = warehouse.of(content.order()).stream()
                .filter(one -> one.line().equals(content.line()))
                .findFirst();
        return order.flatMap(one -> one.line(content.line()))
                .flatMap(line -> item.map(one -> new Thing(one, order.orElseThrow(), line)));
    }

    private static List<OrderLine> waiting(Order order) {
        return order.lines().stream()
                .filter(line -> switch (line.state()) {
                    case LineState.Bought _, LineState.SellerShipped _ -> true;
                    case LineState.Ordered _,
                            LineState.Buying _,
                            LineState.Received _,
                            LineState.Accepted _,
                            LineState.Rejected _ -> false;
                    case LineState.Packed _, LineState.Delivered _, LineState.Cancelled _ -> false;
                })
                .toList();
    }
}
