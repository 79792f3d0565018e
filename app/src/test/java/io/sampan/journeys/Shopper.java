package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.CartChange;
import io.sampan.buy.ordering.CartKey;
import io.sampan.buy.ordering.CheckedOut;
import io.sampan.buy.ordering.Checkout;
import io.sampan.buy.ordering.CheckoutForm;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.PayPage;
import io.sampan.buy.ordering.Prepared;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Address;
import io.sampan.people.identity.Kept;
import io.sampan.people.identity.SignedUp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Somebody in Berlin who has an account, an address and a cart. */
final class Shopper {
    static final LineId EXPRESS = new LineId("express");
    /** Percent up to which she leaves a rise to the shop. */
    static final String PASSWORD = "correct horse battery";

    private static final int TOLERANCE = 5;

    static final String GOOD_CARD = "4242424242424242";
    private static final Currency EUR = Currency.getInstance("EUR");

    private final Shop shop;
    private final AccountId account;
    private final Address address;
    private final CartKey cart;
    private final String session;
    private final Currency currency;

    private Shopper(Shop shop, AccountId account, Address address, Currency currency) {
        this.shop = shop;
        this.account = account;
        this.address = address;
        this.currency = currency;
        this.cart = shop.carts.of(account);
        this.session = shop.sessions.open(account);
    }

    static Shopper signsUp(Shop shop) {
        var name = "anna" + UUID.randomUUID().toString().substring(0, 8);
        var signed = shop.accounts.signUp(name + "@example.com", PASSWORD, "en", name);
        var account = ((SignedUp.Welcome) signed).account().id();
        var berlin = new Address("Anna Beispiel", "+49 30 1234567", "Torstraße 1", "", "10119", "Berlin", "", "DE");
        var kept = (Kept.Saved) shop.addresses.add(account, berlin);
        return new Shopper(shop, account, kept.saved().address(), EUR);
    }

    /** The same who reads prices in another currency, and pays in it. */
    Shopper payingIn(String other) {
        return new Shopper(shop, account, address, Currency.getInstance(other));
    }

    /** The cookie by which the shop knows them. */
    String session() {
        return session;
    }

    Shopper puts(Goods goods) {
        return puts(goods, goods.sku());
    }

    Shopper puts(Goods goods, Offer.Sku sku) {
        var change = shop.carts.add(cart, goods.item(), sku.skuId(), goods.quantity(), "");
        assertThat(change).isInstanceOf(CartChange.Changed.class);
        return this;
    }

    /** Puts as few pieces of it into the cart as the seller sells. */
    Shopper putsFewest(Goods goods) {
        int fewest = Math.max(1, goods.offer().minOrderQuantity());
        assertThat(shop.carts.add(cart, goods.item(), goods.sku().skuId(), fewest, ""))
                .isInstanceOf(CartChange.Changed.class);
        return this;
    }

    AccountId account() {
        return account;
    }

    /** Puts one piece of it into the cart. */
    Shopper putsOne(ItemRef item, String sku) {
        assertThat(triesToPut(item, sku)).isInstanceOf(CartChange.Changed.class);
        return this;
    }

    CartChange triesToPut(ItemRef item, String sku) {
        return shop.carts.add(cart, item, sku, 1, "");
    }

    /** Whether the checkout page offers to order what lies in the cart. */
    boolean isReadyToOrder() {
        return shop.checkout.prepare(cart, Checkout.destination(address), currency) instanceof Prepared.Ready;
    }

    /** Wants a thing of which only the price is shown, and says in words which. */
    Shopper describes(ItemRef item, int quantity, String words) {
        assertThat(shop.carts.add(cart, item, Offer.DESCRIBED, quantity, ""))
                .isInstanceOf(CartChange.Undescribed.class);
        assertThat(shop.carts.add(cart, item, Offer.DESCRIBED, quantity, words)).isInstanceOf(CartChange.Changed.class);
        return this;
    }

    /** What the checkout page says it costs by the express line. */
    LandedQuote seesThePrice() {
        var prepared = shop.checkout.prepare(cart, Checkout.destination(address), currency);
        assertThat(prepared).isInstanceOf(Prepared.Ready.class);
        return ((Prepared.Ready) prepared)
                .quotes().stream()
                        .filter(quote -> quote.line().equals(EXPRESS))
                        .findFirst()
                        .orElseThrow();
    }

    CheckedOut.Placed orders() {
        var form = new CheckoutForm(
                UUID.randomUUID(),
                account,
                cart,
                address,
                EXPRESS,
                seesThePrice().total(),
                shop.carts.of(cart).seal(),
                new CheckoutForm.Tolerance(TOLERANCE, CheckoutForm.Tolerance.Beyond.ASK),
                Locale.ENGLISH,
                false,
                null);
        var placed = shop.checkout.place(form);
        assertThat(placed).isInstanceOf(CheckedOut.Placed.class);
        assertThat(shop.checkout.place(form)).as("the same form again").isEqualTo(placed);
        return (CheckedOut.Placed) placed;
    }

    /** Fills in Stripe's page, and comes back to where it sends them. */
    void pays(URI page) {
        comesBack(paysAndLosesTheConnection(page));
    }

    /** Pays, but the browser never follows back to the shop. */
    URI paysAndLosesTheConnection(URI page) {
        var form = new LinkedHashMap<String, String>();
        form.put("email", "anna@example.com");
        form.put("number", GOOD_CARD);
        form.put("expiry", "12/34");
        form.put("cvc", "123");
        form.put("name", "Anna Beispiel");
        var answer = JourneyWorld.world().form(page, form);
        assertThat(answer.statusCode())
                .as("Stripe's page sends the shopper back")
                .isIn(302, 303);
        return page.resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    /** To the page that Stripe sends them to, which leads on to the order's. */
    void comesBack(URI shopPage) {
        var answer = opens(shopPage);
        assertThat(answer.statusCode()).isIn(302, 303);
        assertThat(opens(shopPage.resolve(
                                answer.headers().firstValue("Location").orElseThrow()))
                        .statusCode())
                .isEqualTo(200);
    }

    /** A page of the shop in their browser, where they are signed in. */
    HttpResponse<byte[]> opens(URI page) {
        return JourneyWorld.world().send(HttpRequest.newBuilder(page).header("Cookie", "sid=" + session));
    }

    /** The order's page as their browser gets it. */
    String seesTheOrder(OrderId order) {
        return sees("/orders/" + shop.order(order).number());
    }

    /** A page of the shop by its path. */
    String sees(String path) {
        var page = URI.create("http://127.0.0.1:" + JourneyWorld.world().port() + path);
        return new String(opens(page).body(), StandardCharsets.UTF_8);
    }

    /** Orders and pays; the order's id. */
    OrderId buys(Goods goods) {
        var placed = puts(goods).orders();
        pays(placed.payPage());
        return placed.order();
    }

    /** Pays what the order asks for now. */
    void paysMore(OrderId order) {
        var page = shop.orders.payPage(order);
        assertThat(page).isInstanceOf(PayPage.Ready.class);
        pays(((PayPage.Ready) page).page());
    }

    static Map<String, String> percent(int percent) {
        return Map.of("factor", "" + percent);
    }
}
