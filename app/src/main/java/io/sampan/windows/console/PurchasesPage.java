package io.sampan.windows.console;

import io.sampan.browse.catalog.Catalog;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.procurement.Acted;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseId;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.deliver.procurement.Purchases;
import io.sampan.windows.frame.Frame;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Purchases that wait for a person: all that a buyer needs, and forms for what happened. */
@Controller
public class PurchasesPage {
    private static final int SHOWN = 100;

    private final Pages pages;
    private final Purchases purchases;
    private final Orders orders;
    private final Catalog catalog;
    private final Tasks tasks;

    PurchasesPage(Pages pages, Purchases purchases, Orders orders, Catalog catalog, Tasks tasks) {
        this.pages = pages;
        this.purchases = purchases;
        this.orders = orders;
        this.catalog = catalog;
        this.tasks = tasks;
    }

    public record ListView(Pile toBuy, Pile withShopper) {}

    /**
     * A line of the purchase as its buyer has to know it.
     *
     * @param ordered null when the order does not know the line any more
     * @param link the item's page at the marketplace; null when the catalogue never saw the item
     */
    public record Wanted(
            Purchase.Line line,
            @Nullable OrderLine ordered,
            @Nullable URI link) {}

    /**
     * @param errand what a person needs who buys it
     * @param byHand the form for what they bought, as it was typed
     */
    public record View(
            Purchase purchase,
            Order order,
            List<Wanted> wanted,
            Purchases.Errand errand,
            BuyingByHand byHand,
            Said said) {
        public boolean waits() {
            return purchase.state() instanceof PurchaseState.NeedsHuman;
        }

        /** Whether a person tells what the seller sends, since no program can. */
        public boolean tellsParcels() {
            return !errand.told()
                    && (purchase.state() instanceof PurchaseState.Paid
                            || purchase.state() instanceof PurchaseState.Shipped);
        }

        /** Whether nothing of it is ordered yet, so that the shopper can be asked for a higher price. */
        public boolean untouched() {
            return purchase.upstream().isEmpty();
        }

        /** Text key of why it waits; empty when it does not. */
        public String reason() {
            return purchase.state() instanceof PurchaseState.NeedsHuman(var reason, var _)
                    ? "purchase.reason." + Frame.slug(reason)
                    : "";
        }

        /** In the marketplace's own words; may be empty. */
        public String detail() {
            return purchase.state() instanceof PurchaseState.NeedsHuman(var _, var detail) ? detail : "";
        }
    }

    @GetMapping("/console/purchases")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var view = new ListView(tasks.toBuy(frame.texts(), SHOWN), tasks.withShopper(frame.texts(), SHOWN));
        pages.show(response, "console/purchases.jte", frame, view);
    }

    @GetMapping("/console/purchases/{id}")
    void show(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(id, BuyingByHand.fresh(), request, response);
    }

    @PostMapping("/console/purchases/{id}/retry")
    void retry(@PathVariable UUID id, HttpServletResponse response) {
        goOn(id, purchases.retry(purchase(id).id()), "trying-again", response);
    }

    @PostMapping("/console/purchases/{id}/by-hand")
    void byHand(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var byHand = BuyingByHand.typed(new Typed(request));
        var deed = byHand.deed();
        if (deed.isEmpty()) {
            show(id, byHand, request, response);
            return;
        }
        goOn(id, purchases.boughtByHand(purchase(id).id(), deed.get()), "bought-by-hand", response);
    }

    @PostMapping("/console/purchases/{id}/sent")
    void sent(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var byHand = BuyingByHand.sent(new Typed(request));
        if (byHand.parcel().isEmpty()) {
            show(id, byHand, request, response);
            return;
        }
        goOn(id, purchases.sent(purchase(id).id(), byHand.parcel().get()), "parcel-told", response);
    }

    @PostMapping("/console/purchases/{id}/dearer")
    void dearer(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var byHand = BuyingByHand.dearer(new Typed(request), purchase(id).agreed());
        if (byHand.found().isEmpty()) {
            show(id, byHand, request, response);
            return;
        }
        goOn(id, purchases.dearer(purchase(id).id(), byHand.found().get()), "shopper-asked", response);
    }

    @PostMapping("/console/purchases/{id}/give-up")
    void giveUp(@PathVariable UUID id, HttpServletResponse response) {
        goOn(id, purchases.giveUp(purchase(id).id()), "given-up", response);
    }

    private void show(UUID id, BuyingByHand byHand, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = pages.frame(request, "console");
        var purchase = purchase(id);
        var order = orders.find(purchase.order()).orElseThrow(NotThere::new);
        int status =
                byHand.faults().isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
        var view = new View(
                purchase,
                order,
                purchase.lines().stream()
                        .map(line -> wanted(purchase, order, line))
                        .toList(),
                purchases.errand(purchase),
                byHand,
                Said.of(request, frame));
        pages.show(response, status, "console/purchase.jte", frame, view);
    }

    private Wanted wanted(Purchase purchase, Order order, Purchase.Line line) {
        var product = catalog.find(line.item());
        var link = product.flatMap(known -> known.from(purchase.source()))
                .map(seen -> seen.offer().link())
                .or(() -> product.map(known -> known.offer().link()));
        return new Wanted(line, order.line(line.line()).orElse(null), link.orElse(null));
    }

    private void goOn(UUID id, Acted acted, String done, HttpServletResponse response) {
        var said = switch (acted) {
            case Acted.Done _ -> done;
            case Acted.Forbidden _ -> "already";
            case Acted.InPart _ -> "closed-in-part";
            case Acted.TakenBy _ -> "taken-by-another";
        };
        pages.goOn(response, "/console/purchases/" + id + "?said=" + said);
    }

    private Purchase purchase(UUID id) {
        return purchases.find(new PurchaseId(id)).orElseThrow(NotThere::new);
    }
}
