package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Checkout;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.payout.Payouts;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.BookLine;
import io.sampan.money.ledger.Funds;
import io.sampan.money.ledger.Ledger;
import io.sampan.people.identity.Accounts;
import io.sampan.people.identity.SignedIn;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.NotUnderstood;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a shopper has with us: how it came, what it was spent for, spending it, and having it paid out. */
@Controller
class BalancePage {
    private static final int LINES = 200;
    private static final int PAYOUTS = 20;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Storefront storefront;
    private final Ledger ledger;
    private final Payouts payouts;
    private final Orders orders;
    private final Checkout checkout;
    private final Accounts accounts;

    BalancePage(
            Storefront storefront,
            Ledger ledger,
            Payouts payouts,
            Orders orders,
            Checkout checkout,
            Accounts accounts) {
        this.storefront = storefront;
        this.ledger = ledger;
        this.payouts = payouts;
        this.orders = orders;
        this.checkout = checkout;
        this.accounts = accounts;
    }

    @GetMapping("/account/balance")
    void show(@RequestParam Optional<String> said, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var person = frame.visitor().required().id().value();
        var account = AccountRef.shopperBalance(person);
        var statement = ledger.statement(account, LINES);
        var numbers = statement.stream()
                .map(BookLine::subject)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::number));
        var lines = statement.stream()
                .map(line -> AccountPage.BalanceLine.of(line, numbers.getOrDefault(line.subject(), "")))
                .toList();
        var view = new AccountPage.BalanceView(
                available(account),
                Money.zero(frame.visitor().currency()),
                payouts.gateways(),
                payouts.of(person, PAYOUTS),
                lines,
                said.map(code -> "balance.said." + code)
                        .filter(frame.texts()::knows)
                        .orElse(""));
        storefront.show(response, "balance", frame, view);
    }

    /** What the payout's form sends; every field is checked again. */
    record Sent(
            @Nullable UUID token,
            long minor,
            @Nullable String currency,
            @Nullable String gateway,
            @Nullable String receiver) {
        /** @throws NotUnderstood for what the page never sends */
        Payouts.Wish wish(UUID account) {
            if (token == null || gateway == null || receiver == null || currency == null || minor <= 0) {
                throw new NotUnderstood();
            }
            try {
                return new Payouts.Wish(token, account, Money.of(minor, currency), gateway, receiver.strip());
            } catch (IllegalArgumentException noCurrency) {
                throw new NotUnderstood();
            }
        }
    }

    /** Money leaves only for who knows the password: a session may have been left open. */
    @PostMapping("/account/balance/payout")
    void payOut(
            @ModelAttribute Sent sent,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = Visitor.of(request).required();
        var wish = sent.wish(account.id().value());
        var said = switch (accounts.signIn(account.email(), password, request.getRemoteAddr())) {
            case SignedIn.Welcome _ -> payouts.ask(wish).slug();
            case SignedIn.Refused _ -> "wrong-password";
            case SignedIn.Braked _ -> "wait";
            case SignedIn.Busy _ -> "wait";
        };
        storefront.goOn(response, "/account/balance?said=" + said);
    }

    /** Pays what is due, or a first part of it, from what the shopper has with us. */
    @PostMapping("/orders/{number}/balance")
    void pay(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        boolean paid = checkout.payFromBalance(own(number, request).id());
        boolean left = orders.due(own(number, request)).isPresent();
        var said = !paid ? "balance-nothing" : left ? "balance-part" : "balance-paid";
        storefront.goOn(response, "/orders/" + number + "?said=" + said);
    }

    /** Money that could not go back to where it came from becomes the shopper's balance. */
    @PostMapping("/orders/{number}/to-balance")
    void take(@PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        var order = own(number, request);
        boolean done = orders.takeBounced(order.id()).stands();
        storefront.goOn(response, "/orders/" + number + "?said=" + (done ? "to-balance" : "nothing-to-take"));
    }

    private List<Money> available(AccountRef account) {
        return ledger.balances(account).stream()
                .map(balance -> ledger.funds(account, balance.currency()))
                .map(Funds::available)
                .filter(Money::isPositive)
                .toList();
    }

    /** The number of the order that a line is about; empty when it is about something else. */
    private String number(String subject) {
        return Optional.of(subject)
                .filter(id -> ID.matcher(id).matches())
                .flatMap(id -> orders.find(new OrderId(UUID.fromString(id))))
                .map(Order::number)
                .orElse("");
    }

    private Order own(String number, HttpServletRequest request) {
        var owner = Visitor.of(request).required().id();
        return orders.find(number)
                .filter(order -> order.shopper().equals(owner))
                .orElseThrow(NotThere::new);
    }
}
