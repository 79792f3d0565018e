package io.sampan.windows.console;

import io.sampan.buy.ordering.Moved;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.Refunding;
import io.sampan.money.amount.Money;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The whole story of one order, from every room that had a part in it, with what an operator can decide. */
@Controller
public class StoryPage {
    private final Pages pages;
    private final Orders orders;
    private final Stories stories;

    StoryPage(Pages pages, Orders orders, Stories stories) {
        this.pages = pages;
        this.orders = orders;
        this.stories = stories;
    }

    /**
     * A refund as it was typed.
     *
     * @param key of this form: sent twice, it is one refund
     * @param fault text key of what is wrong with it; empty at first
     */
    public record RefundForm(String key, String amount, String reason, String fault) {
        static RefundForm fresh() {
            return new RefundForm(UUID.randomUUID().toString(), "", "", "");
        }
    }

    /** @param refund null while there is nothing to give back, unless somebody tried */
    public record View(Story story, @Nullable RefundForm refund, Said said) {}

    @GetMapping("/console/orders/{number}")
    void show(@PathVariable String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        show(order(number), RefundForm.fresh(), request, response);
    }

    @PostMapping("/console/orders/{number}/cancel")
    void cancel(@PathVariable String number, HttpServletResponse response) {
        var said = switch (orders.cancel(order(number).id(), Orders.By.OPERATOR)) {
            case Moved.Done _ -> "cancelled";
            case Moved.Already _ -> "already";
            case Moved.Forbidden _ -> "too-late";
        };
        pages.goOn(response, "/console/orders/" + number + "?said=" + said);
    }

    @PostMapping("/console/orders/{number}/refund")
    void refund(@PathVariable String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var order = order(number);
        var typed = new Typed(request);
        var amount = typed.amount("amount", order.total().currency());
        var reason = typed.text("reason");
        boolean whole = isKey(typed.text("key"));
        var fault = whole ? fault(order, amount.orElse(null), reason) : "fault.stale-form";
        if (amount.isEmpty() || !fault.isEmpty()) {
            var key = whole ? typed.text("key") : RefundForm.fresh().key();
            show(order, new RefundForm(key, typed.text("amount"), reason, fault), request, response);
            return;
        }
        var said = switch (orders.giveBack(
                order.id(),
                amount.get(),
                typed.text("key"),
                reason,
                typed.text("to").equals("balance") ? Refunding.To.BALANCE : Refunding.To.SOURCE)) {
            case Moved.Done _ -> "refunded";
            case Moved.Already _ -> "already";
            case Moved.Forbidden _ -> "too-much";
        };
        pages.goOn(response, "/console/orders/" + number + "?said=" + said);
    }

    private void show(Order order, RefundForm refund, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = pages.frame(request, "console");
        var story = stories.of(order);
        boolean faulty = !refund.fault().isEmpty();
        var view =
                new View(story, faulty || order.funds().left().isPositive() ? refund : null, Said.of(request, frame));
        int status = faulty ? HttpServletResponse.SC_UNPROCESSABLE_CONTENT : HttpServletResponse.SC_OK;
        pages.show(response, status, "console/order.jte", frame, view);
    }

    private static String fault(Order order, @Nullable Money amount, String reason) {
        if (amount == null) {
            return "fault.amount";
        }
        if (amount.compareTo(order.funds().left()) > 0) {
            return "fault.too-much";
        }
        return reason.isEmpty() ? "fault.reason" : "";
    }

    private static boolean isKey(String key) {
        return key.matches("[0-9a-f-]{36}");
    }

    private Order order(String number) {
        return orders.find(number).orElseThrow(NotThere::new);
    }
}
