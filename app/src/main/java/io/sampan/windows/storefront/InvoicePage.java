package io.sampan.windows.storefront;

import io.sampan.buy.invoice.Invoices;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payment.Payments;
import io.sampan.windows.frame.NotThere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of an order, for its owner and their tax office. */
@Controller
class InvoicePage {
    private final Storefront storefront;
    private final Orders orders;
    private final Payments payments;
    private final Invoices invoices;

    InvoicePage(Storefront storefront, Orders orders, Payments payments, Invoices invoices) {
        this.storefront = storefront;
        this.orders = orders;
        this.payments = payments;
        this.invoices = invoices;
    }

    @GetMapping("/orders/{number}/invoice.pdf")
    void show(@PathVariable String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var owner = frame.visitor().required().id();
        var order =
                orders.find(number).filter(one -> one.shopper().equals(owner)).orElseThrow(NotThere::new);
        var papers = invoices.of(order.id());
        if (papers.isEmpty()) {
            storefront.goOn(response, "/orders/" + number + "?said=invoice-soon");
            return;
        }
        var bytes = new ByteArrayOutputStream();
        new InvoicePdf(frame.texts()).write(order, payments.of(order.id().value()), papers, bytes);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"" + order.number() + ".pdf\"");
        response.setHeader("Cache-Control", "private, no-store");
        bytes.writeTo(response.getOutputStream());
    }
}
