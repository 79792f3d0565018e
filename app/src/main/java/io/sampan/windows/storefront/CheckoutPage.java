package io.sampan.windows.storefront;

import io.sampan.browse.landedcost.Destination;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.CheckedOut;
import io.sampan.buy.ordering.Checkout;
import io.sampan.buy.ordering.CheckoutForm.Tolerance;
import io.sampan.buy.ordering.CheckoutForm.Tolerance.Beyond;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.PayPage;
import io.sampan.buy.ordering.Prepared;
import io.sampan.buy.ordering.Prepared.Hindrance;
import io.sampan.buy.paychoice.PayChooser.Where;
import io.sampan.buy.paychoice.PayRanking;
import io.sampan.money.amount.Money;
import io.sampan.people.identity.Addresses;
import io.sampan.people.identity.SavedAddress;
import io.sampan.windows.frame.Frame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** From the cart to the gateway's page: to which address, by which way, at which price. */
@Controller
public class CheckoutPage {
    static final List<Integer> TOLERANCES = List.of(0, 5, 10);
    private static final int USUAL_TOLERANCE = 5;
    private static final String NOT_CARRIED = "cart.hindrance.not-carried";
    private static final PayRanking NONE = new PayRanking(List.of(), 1);

    private final Storefront storefront;
    private final Basket basket;
    private final Checkout checkout;
    private final Orders orders;
    private final Addresses addresses;
    private final PayChoices choices;
    private final ShipChoices ship;

    CheckoutPage(
            Storefront storefront,
            Basket basket,
            Checkout checkout,
            Orders orders,
            Addresses addresses,
            PayChoices choices,
            ShipChoices ship) {
        this.storefront = storefront;
        this.basket = basket;
        this.checkout = checkout;
        this.orders = orders;
        this.addresses = addresses;
        this.choices = choices;
        this.ship = ship;
    }

    /**
     * @param token makes one order of this page, however often it is sent
     * @param address null while the book is empty
     * @param seal of the lines, so that what is ordered is what was shown
     * @param ranking ways to pay, the first is chosen
     * @param balance what the shopper has with us would pay of it, or null
     * @param spendsBalance whether it shall
     * @param warning text key of what the shopper must see before paying, or empty
     */
    public record View(
            UUID token,
            List<SavedAddress> book,
            @Nullable SavedAddress address,
            List<Prepared.Priced> lines,
            String seal,
            CartPage.Ways ways,
            List<Integer> tolerances,
            Tolerance tolerance,
            PayRanking ranking,
            @Nullable Money balance,
            boolean spendsBalance,
            String warning) {}

    /** What the page is to be shown with; what is missing or unknown is as usual. */
    public record Wanted(
            @Nullable UUID address,
            @Nullable String line,
            @Nullable Integer tolerance,
            @Nullable Beyond beyond) {
        private Tolerance borne() {
            return CheckoutPage.borne(tolerance, beyond);
        }
    }

    @GetMapping("/checkout")
    void show(@ModelAttribute Wanted wanted, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var account = frame.visitor().account();
        if (account == null) {
            storefront.goOn(response, "/sign-in?next=/checkout");
            return;
        }
        var book = addresses.of(account.id());
        var to = chosen(book, wanted.address());
        var line = Objects.requireNonNullElse(wanted.line(), "");
        render(frame, request, response, new Asked(UUID.randomUUID(), book, to, line, wanted.borne(), true, ""));
    }

    static Tolerance borne(@Nullable Integer percent, @Nullable Beyond beyond) {
        return new Tolerance(
                percent != null && TOLERANCES.contains(percent) ? percent : USUAL_TOLERANCE,
                Objects.requireNonNullElse(beyond, Beyond.ASK));
    }

    @PostMapping("/checkout")
    void place(@ModelAttribute CheckoutSent sent, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var account = frame.visitor().account();
        if (account == null) {
            storefront.goOn(response, "/sign-in?next=" + URLEncoder.encode(sent.path(), StandardCharsets.UTF_8));
            return;
        }
        var book = addresses.of(account.id());
        var to = found(book, sent.address());
        if (to == null || !sent.isPricedIn(frame.visitor().currency())) {
            var why = to == null ? "checkout.address-gone" : "checkout.price-changed";
            render(frame, request, response, sent.again(book, chosen(book, sent.address()), why));
            return;
        }
        var where = new Where(to.address().country(), sent.seenTotal());
        var way = choices.chosen(sent.choice(), where, request).orElse(null);
        var cart = basket.key(request, response);
        var form = sent.form(account.id(), cart, to.address(), frame, way);
        var quotes = shown(checkout.prepare(
                cart, Checkout.destination(to.address()), form.seenTotal().currency()));
        switch (checkout.place(form)) {
            case CheckedOut.Placed placed -> {
                basket.recount(request, response);
                choices.learn(sent.choice(), placed.order().value(), where, request);
                ship.learn(quotes, form.line(), placed.order().value(), account);
                storefront.goOn(
                        response, OrderPage.onwards(number(placed.order()), new PayPage.Ready(placed.payPage())));
            }
            case CheckedOut.PayLater later -> {
                basket.recount(request, response);
                ship.learn(quotes, form.line(), later.order().value(), account);
                storefront.goOn(response, OrderPage.onwards(number(later.order()), later.why()));
            }
            case CheckedOut.PriceChanged _ ->
                render(frame, request, response, sent.again(book, to, "checkout.price-changed"));
            case CheckedOut.CartChanged _ ->
                render(frame, request, response, sent.again(book, to, "checkout.cart-changed"));
            case Hindrance hindrance -> render(frame, request, response, sent.again(book, to, warning(hindrance)));
        }
    }

    /** A line that only the strict look before paying could not reach may look well on the page itself, so the page must say it. */
    private static String warning(Hindrance hindrance) {
        return hindrance instanceof Hindrance.Blocked blocked && blocked.isUnreachable()
                ? "checkout.unreachable"
                : CartPage.hindrance(hindrance);
    }

    /** What the page is asked to show. */
    record Asked(
            UUID token,
            List<SavedAddress> book,
            @Nullable SavedAddress address,
            String line,
            Tolerance tolerance,
            boolean spendsBalance,
            String warning) {
        View of(Prepared.Ready ready, CartPage.Ways ways, PayRanking ranking, @Nullable Money balance) {
            return new View(
                    token,
                    book,
                    address,
                    ready.lines(),
                    ready.seal(),
                    ways,
                    TOLERANCES,
                    tolerance,
                    ranking,
                    balance,
                    spendsBalance,
                    warning);
        }

        View hinderedBy(Hindrance hindrance) {
            var why = isOfThisAddress(hindrance) ? NOT_CARRIED : CartPage.hindrance(hindrance);
            return new View(
                    token,
                    book,
                    address,
                    List.of(),
                    "",
                    CartPage.Ways.NONE,
                    TOLERANCES,
                    tolerance,
                    NONE,
                    null,
                    false,
                    why);
        }
    }

    private void render(Frame frame, HttpServletRequest request, HttpServletResponse response, Asked asked)
            throws IOException {
        var address = asked.address();
        var destination = address == null
                ? Destination.country(frame.visitor().country())
                : Checkout.destination(address.address());
        switch (checkout.prepare(
                basket.key(request, response), destination, frame.visitor().currency())) {
            case Prepared.Ready ready -> {
                var ways = ship.of(ready, asked.line(), frame.visitor());
                var way = ways.chosen();
                var ranking = way == null || address == null
                        ? NONE
                        : choices.offered(request, new Where(destination.country(), way.total()));
                storefront.show(response, "checkout", frame, asked.of(ready, ways, ranking, balance(frame, way)));
            }
            case Hindrance hindrance
            when address != null && (hindrance instanceof Hindrance.CannotShip || isOfThisAddress(hindrance)) ->
                storefront.show(response, "checkout", frame, asked.hinderedBy(hindrance));
            case Hindrance _ -> {
                basket.recount(request, response);
                storefront.goOn(response, asked.warning().isEmpty() ? "/cart" : "/cart?said=not-ordered");
            }
        }
    }

    private static boolean isOfThisAddress(Hindrance hindrance) {
        return hindrance instanceof Hindrance.Blocked blocked && blocked.isNotCarried();
    }

    private @Nullable Money balance(Frame frame, @Nullable LandedQuote way) {
        var account = frame.visitor().account();
        var balance = account == null || way == null ? null : checkout.fromBalance(account.id(), way.total());
        return balance == null || balance.isZero() ? null : balance;
    }

    private static @Nullable SavedAddress chosen(List<SavedAddress> book, @Nullable UUID wanted) {
        var found = found(book, wanted);
        return found != null || book.isEmpty() ? found : book.getFirst();
    }

    private static @Nullable SavedAddress found(List<SavedAddress> book, @Nullable UUID wanted) {
        return book.stream()
                .filter(saved -> saved.id().value().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static List<LandedQuote> shown(Prepared prepared) {
        return prepared instanceof Prepared.Ready ready ? ready.quotes() : List.of();
    }

    private String number(OrderId order) {
        return orders.find(order).orElseThrow().number();
    }
}
