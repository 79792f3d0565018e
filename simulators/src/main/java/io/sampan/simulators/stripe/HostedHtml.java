package io.sampan.simulators.stripe;

import static io.sampan.simulators.kernel.Html.escape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The hosted pages' HTML: one column on a phone, two on a desk, no script needed. */
final class HostedHtml {
    private static final String CSS = css();
    private static final String KEEP =
            "<p class=\"field\"><label><input type=\"checkbox\" name=\"keep\" value=\"yes\"> Save my card for next time</label></p>";

    private HostedHtml() {}

    static String pay(
            Shelf.Account account,
            Session session,
            List<Customer.Kept> kept,
            CardForm typed,
            Map<String, String> faults) {
        var order = session.order();
        String back = order.cancelUrl();
        String amount = escape(Coin.shown(order.amount(), order.currency()));
        return page("Pay " + account.name(), """
                <main class="two"><section class="bill">
                <p class="who">%s%s<span class="test">TEST — simulated Stripe</span></p>
                <p class="pay">Pay %s</p><p class="amount">%s</p><ul class="lines">%s</ul></section>
                <section class="card"><h1>Pay with card</h1>%s%s
                <form method="post" action="/c/pay/%s" novalidate>%s<button class="go">Pay %s</button></form>
                %s</section></main>
                """.formatted(
                        back == null ? "" : "<a class=\"back\" href=\"" + escape(back) + "\" aria-label=\"Back\">←</a>",
                        "<b>" + escape(account.name()) + "</b>",
                        escape(account.name()),
                        amount,
                        lines(order),
                        faults.containsKey("card")
                                ? "<p class=\"alert\" role=\"alert\">" + escape(faults.get("card")) + "</p>"
                                : "",
                        kept(order, kept),
                        escape(order.id()),
                        fields(typed, faults) + (order.mayKeep() ? KEEP : ""),
                        amount,
                        testCards()));
    }

    /** Cards that the shopper let be kept: each pays with one press. */
    private static String kept(Session.Order order, List<Customer.Kept> kept) {
        return kept.stream()
                .map(card -> """
                        <form method="post" action="/c/pay/%s"><button class="go kept" name="kept" value="%s">Pay with ···· %s</button></form>
                        """.formatted(
                                escape(order.id()),
                                escape(card.id()),
                                escape(card.number().substring(card.number().length() - 4))))
                .collect(Collectors.joining());
    }

    private static String lines(Session.Order order) {
        return order.lines().stream()
                .map(line -> """
                        <li><span>%s%s%s</span><span class="price">%s</span></li>
                        """.formatted(
                                escape(line.name()),
                                line.quantity() > 1 ? " <small>× " + line.quantity() + "</small>" : "",
                                line.description() == null ? "" : "<small>" + escape(line.description()) + "</small>",
                                escape(Coin.shown(line.unit() * line.quantity(), order.currency()))))
                .collect(Collectors.joining());
    }

    private static String fields(CardForm typed, Map<String, String> faults) {
        return field("email", "Email", typed.email(), "type=\"email\" autocomplete=\"email\"", faults)
                + field(
                        "number",
                        "Card number",
                        typed.number().replaceAll("(.{4})(?=.)", "$1 "),
                        "inputmode=\"numeric\" autocomplete=\"cc-number\" placeholder=\"1234 1234 1234 1234\" maxlength=\"24\"",
                        faults)
                + "<div class=\"pair\">"
                + field(
                        "expiry",
                        "Expiry",
                        typed.expiry(),
                        "inputmode=\"numeric\" autocomplete=\"cc-exp\" placeholder=\"MM / YY\" maxlength=\"7\"",
                        faults)
                + field(
                        "cvc",
                        "Security code",
                        typed.cvc(),
                        "inputmode=\"numeric\" autocomplete=\"cc-csc\" placeholder=\"CVC\" maxlength=\"4\"",
                        faults)
                + "</div>"
                + field("name", "Name on card", typed.name(), "autocomplete=\"cc-name\" maxlength=\"200\"", faults);
    }

    private static String field(
            String name, String label, String value, String attributes, Map<String, String> faults) {
        String fault = faults.get(name);
        return """
                <p class="field"><label for="%1$s">%2$s</label>\
                <input id="%1$s" name="%1$s" value="%3$s" %4$s%5$s></p>
                """.formatted(
                                name,
                                label,
                                escape(value),
                                attributes,
                                fault == null ? "" : " aria-invalid=\"true\" aria-describedby=\"" + name + "-fault\"")
                + (fault == null ? "" : "<p class=\"fault\" id=\"" + name + "-fault\">" + escape(fault) + "</p>");
    }

    private static String testCards() {
        String cards = Arrays.stream(TestCard.values())
                .map(card -> "<li><a href=\"?card=%s\"><code>%s</code> %s</a></li>"
                        .formatted(card.number(), card.number().replaceAll("(.{4})(?=.)", "$1 "), escape(card.label())))
                .collect(Collectors.joining());
        return "<details open><summary>Test cards: choose one to fill the form</summary><ul class=\"cards\">" + cards
                + "</ul><p>Nothing is charged. Any later expiry date and any security code will do.</p></details>";
    }

    static String challenge(Shelf.Account account, Intent intent) {
        var terms = intent.terms();
        return page("3-D Secure", """
                <main class="one"><section class="card"><span class="test">TEST — simulated Stripe</span>
                <h1>Confirm it's you</h1><p>Your bank asks you to approve a payment of <b>%s</b> to <b>%s</b>.</p>
                <form method="post" action="/c/challenge/%s"><button class="go" name="outcome" value="complete">Complete authentication</button>
                <button class="no" name="outcome" value="fail">Fail authentication</button></form></section></main>
                """.formatted(
                escape(Coin.shown(terms.amount(), terms.currency())), escape(account.name()), escape(terms.id())));
    }

    static String bank(Shelf.Account account, Session session, String method, String fault) {
        var order = session.order();
        String back = order.cancelUrl();
        return page(method, """
                <main class="one"><section class="card"><span class="test">TEST — simulated Stripe</span>
                <h1>%s</h1>%s<p>You pay <b>%s</b> to <b>%s</b>.</p>
                <form method="post" action="/c/pay/%s"><button class="go" name="outcome" value="authorize">Authorize test payment</button>
                <button class="no" name="outcome" value="fail">Fail test payment</button></form>%s</section></main>
                """.formatted(
                        escape(method),
                        fault.isEmpty() ? "" : "<p class=\"alert\" role=\"alert\">" + escape(fault) + "</p>",
                        escape(Coin.shown(order.amount(), order.currency())),
                        escape(account.name()),
                        escape(order.id()),
                        back == null ? "" : "<p><a class=\"back\" href=\"" + escape(back) + "\">← Back</a></p>"));
    }

    static String notice(Shelf.Account account, String title, String link, String label) {
        return page(title, """
                <main class="one"><section class="card"><span class="test">TEST — simulated Stripe</span>
                <h1>%s</h1><p>%s</p>%s</section></main>
                """.formatted(
                        escape(title),
                        escape(account.name()),
                        link.isEmpty() ? "" : "<p><a href=\"" + escape(link) + "\">" + escape(label) + "</a></p>"));
    }

    private static String page(String title, String body) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>%s</title><style>%s</style></head><body>%s</body></html>
                """.formatted(escape(title), CSS, body);
    }

    private static String css() {
        try (var in = Objects.requireNonNull(HostedHtml.class.getResourceAsStream("hosted.css"), "hosted.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
