package io.sampan.bench.people;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** Somebody who shops: looks around, fills a cart, pays with a card, and comes back to see how the order does. */
public final class Shopper {
    private static final String PAY = "pay";
    private static final String BY_CARD = "stripe.card";

    /** Pays at once. */
    public static final String GOOD_CARD = "4242424242424242";
    /** Pays after a challenge by its bank. */
    public static final String CHALLENGED_CARD = "4000000000003220";

    private static final Pattern ORDER = Pattern.compile("/orders/([A-Z0-9-]+)");
    private static final Duration UNTIL_PAID = Duration.ofMinutes(6);
    private static final Duration FULL_SHELVES = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int FEWEST_ON_SALE = 12;
    private static final int MOST_CATEGORIES = 14;

    private final Visitor browser;
    private final URI shop;
    private final String email;
    private final String password;
    private final Doorstep home;

    /** @param patience how long to try again while the shop is silent */
    public Shopper(URI shop, String email, String password, Doorstep home, Duration patience) {
        this.browser = new Visitor(shop, patience);
        this.shop = shop;
        this.email = email;
        this.password = password;
        this.home = home;
    }

    /** Chooses language, country and currency, signs up (or in, where the account is there already), and enters an address. */
    public void join() {
        var look = Map.of("language", "en", "country", home.country(), "currency", home.currency());
        browser.submit(open("/look"), "form[action=/look]", look);
        var who = Map.of("email", email, "password", password);
        try {
            browser.submit(open("/sign-up"), "form[action=/sign-up]", who);
        } catch (Refused known) {
            browser.submit(open("/sign-in"), "form[action=/sign-in]", who);
        }
        browser.submit(open("/look"), "form[action=/look]", look);
        if (open("/account")
                .select("a[href^=/account/addresses/]:not([href$=/new])")
                .isEmpty()) {
            browser.submit(open("/account/addresses/new"), "form#address", home.form());
        }
    }

    /**
     * Paths of products of a marketplace, from the home page and its categories. A new shop's shelves fill in the first minute, so it waits.
     *
     * @param marketplace such as {@code 1688}
     */
    public List<String> finds(String marketplace) {
        Waiting.until(
                "goods of " + marketplace + " on the shelves",
                FULL_SHELVES,
                () -> look(marketplace).size() >= FEWEST_ON_SALE);
        return look(marketplace);
    }

    private List<String> look(String marketplace) {
        var front = open("/");
        var found = new LinkedHashSet<>(products(front, marketplace));
        for (var category : front.select("nav a.chip[href]").stream()
                .limit(MOST_CATEGORIES)
                .map(link -> link.attr("href"))
                .toList()) {
            found.addAll(products(open(category), marketplace));
        }
        return List.copyOf(found);
    }

    private static List<String> products(Document page, String marketplace) {
        return page.select("a[href^=/p/" + marketplace + "/]").stream()
                .map(link -> link.attr("href").replaceAll("[?#].*", ""))
                .distinct()
                .toList();
    }

    /**
     * Puts a product into the cart in the number that the page proposes.
     *
     * @return false when it cannot be bought just now, or cannot come to this shopper's door
     */
    public boolean takes(String product) {
        return takes(product, 1);
    }

    /** The same of at least so many pieces. */
    public boolean takes(String product, int atLeast) {
        var page = open(product);
        if (page.select("form.buy").isEmpty()) {
            return false;
        }
        int proposed = Integer.parseInt(page.select("form.buy [name=quantity]").val());
        var pieces = Map.of("quantity", Integer.toString(Math.max(proposed, atLeast)));
        var cart = browser.submit(page, "form.buy", pieces);
        if (cart.select("a[href^=/checkout]").isEmpty()) {
            emptyCart();
            return false;
        }
        return true;
    }

    private void emptyCart() {
        var cart = open("/cart");
        var removal = "form:has(input[name=quantity][value=0])";
        for (int lines = cart.select(removal).size(); lines > 0; lines--) {
            cart = browser.submit(cart, removal, Map.of());
        }
    }

    /**
     * Orders what is in the cart, and stops at the gateway's page.
     *
     * @return the order's number
     */
    public String order() {
        var checkout = open("/checkout");
        var after = browser.submit(checkout, "form#pay", Map.of("tolerance", "10", PAY, BY_CARD));
        var back = after.selectFirst("a.back[href]");
        var address = back == null ? browser.address().toString() : back.attr("href");
        var number = ORDER.matcher(address);
        if (!number.find()) {
            throw new IllegalStateException("No order came of the checkout: " + address + "\n" + after.text());
        }
        return number.group(1);
    }

    /** Pays what is due for an order now, and stays until the shop knows; what falls due after that is another decision. */
    public void pay(String order, String card) {
        var before = state(order);
        Waiting.until("order " + order + " paid", UNTIL_PAID, () -> isPaidAfterTrying(order, before, card));
    }

    private boolean isPaidAfterTrying(String order, String before, String card) {
        var page = open("/orders/" + order);
        var button = "form[action=/orders/" + order + "/pay]";
        if (!page.select("#being-paid").isEmpty()) {
            return false;
        }
        if (!state(page).equals(before) || page.select(button).isEmpty()) {
            return true;
        }
        var gateway = browser.submit(page, button, Map.of(PAY, BY_CARD));
        if (gateway.select("form[action^=/c/pay/]").isEmpty()) {
            Waiting.pause(PAUSE);
            return false;
        }
        typeCard(gateway, card);
        return false;
    }

    private void typeCard(Document gateway, String card) {
        var fields = Map.of("email", email, "number", card, "expiry", "12/34", "cvc", "123", "name", home.recipient());
        var after = browser.submit(gateway, "form[action^=/c/pay/]", fields);
        if (!after.select("form[action^=/c/challenge/]").isEmpty()) {
            browser.submit(after, "form[action^=/c/challenge/]", Map.of("outcome", "complete"));
        }
    }

    /** Such as {@code handed-over}. */
    public String state(String order) {
        return state(open("/orders/" + order));
    }

    private static String state(Document page) {
        var story = page.selectFirst("#story[data-state]");
        if (story == null) {
            throw new IllegalStateException("This page tells no order's state: " + page.text());
        }
        return story.attr("data-state");
    }

    /** States of all orders by their numbers. */
    public Map<String, String> orders() {
        var states = new LinkedHashMap<String, String>();
        open("/orders")
                .select("[data-order][data-state]")
                .forEach(row -> states.put(row.attr("data-order"), row.attr("data-state")));
        return states;
    }

    /** Does not pay a price that rose. */
    public void decline(String order) {
        browser.submit(open("/orders/" + order), "form#decline-price", Map.of());
    }

    private Document open(String path) {
        return browser.open(shop.resolve(path).toString());
    }
}
