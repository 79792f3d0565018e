package io.sampan.windows.storefront;

import io.sampan.browse.landedcost.Destination;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.CartKey;
import io.sampan.buy.ordering.CheckedOut;
import io.sampan.buy.ordering.Checkout;
import io.sampan.buy.ordering.CheckoutForm;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.Prepared;
import io.sampan.buy.ordering.Prepared.Hindrance;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.AddressId;
import io.sampan.people.identity.Addresses;
import io.sampan.people.identity.SavedAddress;
import io.sampan.windows.frame.Frame;
import io.sampan.windows.frame.NotThere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From the cart to the gateway's page: to which address, by which way, at which price. */
@Controller
public class CheckoutPage {
    private static final List<Integer> TOLERANCES = List.of(0, 5, 10);
    private static final int USUAL_TOLERANCE = 5;

    private final Storefront storefront;
    private final Basket basket;
    private final Checkout checkout;
    private final Orders orders;
    private final Addresses addresses;

    CheckoutPage(Storefront storefront, Basket basket, Checkout checkout, Orders orders, Addresses addresses) {
        this.storefront = storefront;
        this.basket = basket;
        this.checkout = checkout;
        this.orders = orders;
        this.addresses = addresses;
    }

    /**
     * @param token makes one order of this page, however often it is sent
     * @param address null while the book is empty
     * @param warning text key of what the shopper must see before paying, or empty
     */
    public record View(
            UUID token,
            List<SavedAddress> book,
            @Nullable SavedAddress address,
            List<Prepared.Priced> lines,
            List<LandedQuote> ways,
            @Nullable LandedQuote chosen,
            List<Integer> tolerances,
            int tolerance,
            String warning) {}

    /** What the page sends; every field is checked again. */
    public record Sent(UUID token, UUID address, String line, long seenMinor, String seenCurrency, int tolerance) {}

    @GetMapping("/checkout")
    void show(
            @RequestParam Optional<UUID> address,
            @RequestParam Optional<String> line,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var account = frame.visitor().account();
        if (account == null) {
            storefront.goOn(response, "/sign-in?next=/checkout");
            return;
        }
        var book = addresses.of(account.id());
        var to = chosen(book, address.orElse(null));
        render(frame, request, response, new Asked(UUID.randomUUID(), book, to, line.orElse(""), USUAL_TOLERANCE, ""));
    }

    @PostMapping("/checkout")
    void place(@ModelAttribute Sent sent, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = storefront.frame(request);
        var account = frame.visitor().required();
        var address =
                addresses.find(account.id(), new AddressId(sent.address())).orElseThrow(NotThere::new);
        var cart = basket.key(request, response);
        switch (checkout.place(
                form(sent, account.id(), cart, address, frame.texts().locale()))) {
            case CheckedOut.Placed placed -> {
                basket.recount(request, response);
                storefront.goOn(response, placed.payPage().toString());
            }
            case CheckedOut.PayLater later -> {
                basket.recount(request, response);
                storefront.goOn(response, "/orders/" + number(later.order()));
            }
            case CheckedOut.PriceChanged changed ->
                render(
                        frame,
                        request,
                        response,
                        new Asked(
                                UUID.randomUUID(),
                                addresses.of(account.id()),
                                address,
                                changed.quote().line().value(),
                                sent.tolerance(),
                                "checkout.price-changed"));
            case Hindrance _ -> storefront.goOn(response, "/cart");
        }
    }

    private static CheckoutForm form(
            Sent sent, AccountId shopper, CartKey cart, SavedAddress address, Locale language) {
        if (!sent.line().matches("[a-z0-9-]{1,40}")
                || !sent.seenCurrency().matches("[A-Z]{3}")
                || !TOLERANCES.contains(sent.tolerance())) {
            throw new NotThere();
        }
        return new CheckoutForm(
                sent.token(),
                shopper,
                cart,
                address.address(),
                new LineId(sent.line()),
                Money.of(sent.seenMinor(), sent.seenCurrency()),
                sent.tolerance(),
                language);
    }

    /** What the page is asked to show. */
    private record Asked(
            UUID token,
            List<SavedAddress> book,
            @Nullable SavedAddress address,
            String line,
            int tolerance,
            String warning) {}

    private void render(Frame frame, HttpServletRequest request, HttpServletResponse response, Asked asked)
            throws IOException {
        var address = asked.address();
        var destination = address == null
                ? Destination.country(frame.visitor().country())
                : Checkout.destination(address.address());
        switch (checkout.prepare(
                basket.key(request, response), destination, frame.visitor().currency())) {
            case Prepared.Ready ready -> {
                var view = new View(
                        asked.token(),
                        asked.book(),
                        address,
                        ready.lines(),
                        ready.quotes(),
                        Ways.chosen(ready.quotes(), asked.line()),
                        TOLERANCES,
                        asked.tolerance(),
                        asked.warning());
                storefront.show(response, "checkout", frame, view);
            }
            case Hindrance.CannotShip cannot
            when address != null -> {
                var view = new View(
                        asked.token(),
                        asked.book(),
                        address,
                        List.of(),
                        List.of(),
                        null,
                        TOLERANCES,
                        asked.tolerance(),
                        CartPage.hindrance(cannot));
                storefront.show(response, "checkout", frame, view);
            }
            case Hindrance _ -> storefront.goOn(response, "/cart");
        }
    }

    private static @Nullable SavedAddress chosen(List<SavedAddress> book, @Nullable UUID wanted) {
        return book.stream()
                .filter(saved -> saved.id().value().equals(wanted))
                .findFirst()
                .orElse(book.isEmpty() ? null : book.getFirst());
    }

    private String number(OrderId order) {
        return orders.find(order).orElseThrow().number();
    }
}
