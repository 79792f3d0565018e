package io.sampan.windows.console;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.procurement.Acted;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseId;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.deliver.procurement.Purchases;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Purchases that wait for a person: try again, tell what was bought by hand, or give up. */
@Controller
public class PurchasesPage {
    private static final int SHOWN = 100;

    private final Pages pages;
    private final Purchases purchases;
    private final Orders orders;
    private final Tasks tasks;

    PurchasesPage(Pages pages, Purchases purchases, Orders orders, Tasks tasks) {
        this.pages = pages;
        this.purchases = purchases;
        this.orders = orders;
        this.tasks = tasks;
    }

    public record ListView(Pile toBuy, Pile withShopper) {}

    /**
     * What was bought by hand, as it was typed.
     *
     * @param faults names of the fields that cannot be so
     */
    public record ByHand(String upstreamOrderId, String total, String company, String waybill, List<String> faults) {
        static ByHand typed(Typed form) {
            var byHand = new ByHand(
                    form.text("upstreamOrderId"),
                    form.text("total"),
                    form.text("company"),
                    form.text("waybill"),
                    List.of());
            var faults = new ArrayList<String>();
            if (!byHand.upstreamOrderId().matches("[A-Za-z0-9_-]{4,64}")) {
                faults.add("upstreamOrderId");
            }
            if (form.amount("total", Money.CNY).isEmpty()) {
                faults.add("total");
            }
            if (!byHand.waybill().matches("|[A-Za-z0-9-]{4,40}")) {
                faults.add("waybill");
            }
            return new ByHand(
                    byHand.upstreamOrderId(), byHand.total(), byHand.company(), byHand.waybill(), List.copyOf(faults));
        }

        Optional<Waybill> parcel() {
            return waybill.isEmpty() ? Optional.empty() : Optional.of(new Waybill(company, waybill));
        }
    }

    public record View(Purchase purchase, Order order, ByHand byHand, Said said) {
        public boolean waits() {
            return purchase.state() instanceof PurchaseState.NeedsHuman;
        }

        /** Text key of why it waits; empty when it does not. */
        public String reason() {
            return purchase.state() instanceof PurchaseState.NeedsHuman(var reason, var _)
                    ? "purchase.reason." + Tasks.slug(reason)
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
        show(id, new ByHand("", "", "", "", List.of()), request, response);
    }

    @PostMapping("/console/purchases/{id}/retry")
    void retry(@PathVariable UUID id, HttpServletResponse response) {
        goOn(id, purchases.retry(purchase(id).id()), "trying-again", response);
    }

    @PostMapping("/console/purchases/{id}/by-hand")
    void byHand(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var typed = new Typed(request);
        var byHand = ByHand.typed(typed);
        var total = typed.amount("total", Money.CNY);
        if (total.isEmpty() || !byHand.faults().isEmpty()) {
            show(id, byHand, request, response);
            return;
        }
        var acted = purchases.boughtByHand(purchase(id).id(), byHand.upstreamOrderId(), total.get(), byHand.parcel());
        goOn(id, acted, "bought-by-hand", response);
    }

    @PostMapping("/console/purchases/{id}/give-up")
    void giveUp(@PathVariable UUID id, HttpServletResponse response) {
        goOn(id, purchases.giveUp(purchase(id).id()), "given-up", response);
    }

    private void show(UUID id, ByHand byHand, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = pages.frame(request, "console");
        var purchase = purchase(id);
        var order = orders.find(purchase.order()).orElseThrow(NotThere::new);
        int status =
                byHand.faults().isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
        var view = new View(purchase, order, byHand, Said.of(request, frame));
        pages.show(response, status, "console/purchase.jte", frame, view);
    }

    private void goOn(UUID id, Acted acted, String done, HttpServletResponse response) {
        var said = switch (acted) {
            case Acted.Done _ -> done;
            case Acted.Forbidden _ -> "already";
            case Acted.TakenBy _ -> "taken-by-another";
        };
        pages.goOn(response, "/console/purchases/" + id + "?said=" + said);
    }

    private Purchase purchase(UUID id) {
        return purchases.find(new PurchaseId(id)).orElseThrow(NotThere::new);
    }
}
