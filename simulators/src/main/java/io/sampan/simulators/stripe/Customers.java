package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Kernel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints of customers and of the cards that they let Stripe keep. Source: docs/sources/stripe.md "Customers". */
final class Customers {
    private final Kernel kernel;
    private final Shelf shelf;

    Customers(Kernel kernel, Shelf shelf) {
        this.kernel = kernel;
        this.shelf = shelf;
    }

    ObjectNode create(Params p) {
        p.only("metadata", "email", "name", "description");
        var customer = new Customer(shelf.ids.id("cus"), kernel.clock().now(), p.map("metadata"));
        shelf.customers.put(customer.id(), customer);
        return customer.json();
    }

    ObjectNode methods(String customer, Params p) {
        p.only("type", "limit", "starting_after");
        p.word("type", LocalMethod.CARD);
        return shelf.page(of(customer), p, "/v1/customers/" + customer + "/payment_methods", Customer.Kept::json);
    }

    ObjectNode detach(String method) {
        Customer.Kept kept = shelf.kept.get(method).orElseThrow(() -> StripeError.nothing("payment_method", method));
        shelf.kept.remove(method);
        ObjectNode json = kept.json();
        return json.putNull("customer");
    }

    /** Whom the shopper of a new session is; null when the merchant does not say. */
    static @Nullable String of(Shelf shelf, Params p) {
        String customer = p.text("customer");
        if (customer != null) {
            return shelf.customer(customer).id();
        }
        if (p.text("saved_payment_method_options[payment_method_save]") != null) {
            throw StripeError.parameter(
                    "saved_payment_method_options", null, "`saved_payment_method_options` requires a `customer`.");
        }
        return null;
    }

    List<Customer.Kept> of(String customer) {
        Customer known = shelf.customer(customer);
        return shelf.kept.values().stream()
                .filter(one -> one.customer().equals(known.id()))
                .toList();
    }

    /** The shopper ticked that their card shall be kept; the same card is kept once. */
    void keep(Session.Order order, CardForm form) {
        String customer = order.customer();
        if (customer == null || !order.mayKeep()) {
            return;
        }
        boolean known = of(customer).stream().anyMatch(one -> one.number().equals(form.number()));
        if (known || form.expiry().length() < 4) {
            return;
        }
        int month = Integer.parseInt(form.expiry().substring(0, 2));
        int year = 2000 + Integer.parseInt(form.expiry().substring(form.expiry().length() - 2));
        String id = shelf.ids.id("pm");
        shelf.kept.put(id, new Customer.Kept(id, customer, kernel.clock().now(), form.number(), month, year));
    }

    /** The kept card of this customer's that a form names. */
    Optional<Customer.Kept> chosen(String customer, String method) {
        return of(customer).stream().filter(one -> one.id().equals(method)).findFirst();
    }
}
