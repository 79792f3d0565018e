package io.sampan.windows.storefront;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.landedcost.Excluded;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.Cart;
import io.sampan.buy.ordering.CartChange;
import io.sampan.buy.ordering.Carts;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.ordering.Prepared;
import io.sampan.buy.ordering.Prepared.Hindrance;
import io.sampan.buy.ordering.Prepared.Hindrance.BlockedLine;
import io.sampan.buy.shipchoice.Pace;
import io.sampan.buy.shipchoice.ShipRanking;
import io.sampan.deliver.shipping.Promises;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import io.sampan.people.identity.Account;
import io.sampan.windows.frame.Frame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cart, priced at the door by each line that takes it. */
@Controller
public class CartPage {
    private static final String SAID = "cart.said.";
    private static final List<String> DONE = List.of("added", "changed", "removed");

    /** Among how many of the latest orders one may wait for its payment. */
    private static final int LATEST = 10;

    private final Storefront storefront;
    private final Basket basket;
    private final Carts carts;
    private final ShipChoices ship;
    private final Catalog catalog;
    private final Orders orders;
    private final OwnGoods own;

    CartPage(
            Storefront storefront,
            Basket basket,
            Carts carts,
            ShipChoices ship,
            Catalog catalog,
            Orders orders,
            OwnGoods own) {
        this.storefront = storefront;
        this.basket = basket;
        this.carts = carts;
        this.ship = ship;
        this.catalog = catalog;
        this.orders = orders;
        this.own = own;
    }

    /**
     * @param offer null when the catalogue no longer knows the item
     * @param blocked why the line cannot be ordered as it is, or null
     */
    public record Row(
            Cart.Line line,
            @Nullable Offer offer,
            Offer.@Nullable Sku sku,
            @Nullable BlockedLine blocked) {}

    /**
     * What the forms of a line take.
     *
     * @param remark characters
     */
    public record Most(int pieces, int remark) {}

    /**
     * @param ways {@link Ways#NONE} while something hinders
     * @param hindrance text key of what keeps the whole cart from being ordered, or empty
     * @param said text key of what came of the last change, or empty
     * @param unpaid the visitor's latest order that is not paid yet, to which the way back from the gateway's page would lead; or null
     */
    public record View(
            List<Row> rows,
            Most most,
            Ways ways,
            String hindrance,
            String said,
            @Nullable Order unpaid) {
        /** Whether the last change was made. */
        public boolean isDone() {
            return DONE.stream().anyMatch(code -> said.equals(SAID + code));
        }
    }

    /** A way to the door, and why it stands where it stands. */
    public record Way(LandedQuote quote, ShipRanking.Shown shown) {
        /** Text key of why it is the first; empty for the others. */
        public String why() {
            return switch (shown.why()) {
                case OTHER, BEATEN -> "";
                case SAID_URGENT, SAID_THRIFTY, LAST_TIME, LIKE_BEFORE, USUAL_HERE ->
                    "ship.why." + Frame.slug(shown.why());
            };
        }
    }

    /**
     * The ways to the door in the order for the visitor.
     *
     * @param chosen the one that is priced in full; null where there is none
     * @param pace what they said of how urgent things are to them; null for somebody who has not signed in
     * @param excluded the lines to their country that do not take the cart, and why
     * @param promised what is given back when the chosen one is late, the mildest first
     */
    public record Ways(
            List<Way> ways,
            @Nullable LandedQuote chosen,
            @Nullable Pace pace,
            List<Excluded> excluded,
            List<Promises.Step> promised) {
        static final Ways NONE = new Ways(List.of(), null, null, List.of(), List.of());
    }

    /**
     * How the whole cart would travel best.
     *
     * @param within the longest that a parcel may be on its way, in days
     * @param parcels of the cheapest plan; none where there is no plan
     * @param sums null where there is no plan
     * @param fault text key of why there is no plan, or empty
     * @param refused what no line takes, even alone
     */
    public record Parcels(
            int within, List<Packet> parcels, @Nullable Sums sums, String fault, List<Row> refused) {}

    /**
     * What plans come to, in the visitor's currency.
     *
     * @param second the next best plan, or null
     * @param together all in one parcel, or null where no line takes that
     * @param apart a parcel for each thing
     */
    public record Sums(
            Money best, @Nullable Money second, @Nullable Money together, Money apart) {}

    /** One parcel of the plan. */
    public record Packet(List<Pieces> contents, LineId line, int grams, Money freight, Money border, Money packing) {}

    /** Some pieces of a line of the cart. */
    public record Pieces(Row row, int pieces) {}

    @GetMapping("/cart")
    void show(
            @RequestParam Optional<String> line,
            @RequestParam Optional<String> said,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var key = basket.key(request, response);
        var cart = carts.of(key);
        basket.tell(response, cart);
        var prepared = ship.prepare(key, frame.visitor());
        var view = new View(
                cart.lines().stream().map(one -> row(one, prepared)).toList(),
                new Most(carts.mostPieces(), carts.longestRemark()),
                prepared instanceof Prepared.Ready ready ? ship.of(ready, line.orElse(""), frame.visitor()) : Ways.NONE,
                hindrance(prepared),
                said.map(code -> SAID + code).filter(frame.texts()::knows).orElse(""),
                unpaid(frame.visitor().account()));
        storefront.show(response, "cart", frame, view);
    }

    private @Nullable Order unpaid(@Nullable Account account) {
        return account == null
                ? null
                : orders.ofShopper(account.id(), LATEST).stream()
                        .filter(order -> order.state() instanceof OrderState.AwaitingPayment)
                        .findFirst()
                        .orElse(null);
    }

    /** What the forms of product page and cart send. */
    public record Sent(
            String marketplace,
            String itemId,
            String skuId,
            String quantity,
            @Nullable String remark) {
        private static final int NO_NUMBER = -1;

        /** What a form leaves out is empty: it names no item, and is no number of pieces. */
        public Sent {
            marketplace = Objects.requireNonNullElse(marketplace, "");
            itemId = Objects.requireNonNullElse(itemId, "");
            skuId = Objects.requireNonNullElse(skuId, "");
            quantity = Objects.requireNonNullElse(quantity, "").strip();
        }

        int pieces() {
            return quantity.matches("[0-9]{1,6}") ? Integer.parseInt(quantity) : NO_NUMBER;
        }

        ItemRef item() {
            return Goods.item(marketplace, itemId);
        }

        String words() {
            return remark == null ? "" : remark;
        }
    }

    @PostMapping("/cart/lines")
    void add(@ModelAttribute Sent sent, HttpServletRequest request, HttpServletResponse response) {
        own.check(sent.item(), storefront.frame(request).visitor());
        var key = basket.key(request, response);
        goOn(carts.add(key, sent.item(), sent.skuId(), sent.pieces(), sent.words()), "added", response);
    }

    @PostMapping("/cart/lines/change")
    void change(@ModelAttribute Sent sent, HttpServletRequest request, HttpServletResponse response) {
        var key = basket.key(request, response);
        var change = carts.set(key, sent.item(), sent.skuId(), sent.pieces(), sent.words());
        goOn(change, sent.pieces() == 0 ? "removed" : "changed", response);
    }

    private void goOn(CartChange change, String done, HttpServletResponse response) {
        var said = switch (change) {
            case CartChange.Changed changed -> {
                basket.tell(response, changed.cart());
                yield done;
            }
            case CartChange.Full _ -> "full";
            case CartChange.TooMany _ -> "too-many";
            case CartChange.Malformed _ -> "malformed";
            case CartChange.Undescribed _ -> "undescribed";
            case CartChange.NoPrice _ -> "no-price";
            case CartChange.NotOnSale _ -> "not-on-sale";
            case CartChange.NotNow _ -> "not-now";
        };
        storefront.goOn(response, "/cart?said=" + said);
    }

    /** What lies in the visitor's cart, whatever hinders it. */
    List<Row> rows(HttpServletRequest request, HttpServletResponse response) {
        return carts.of(basket.key(request, response)).lines().stream()
                .map(this::row)
                .toList();
    }

    private Row row(Cart.Line line) {
        var offer = catalog.find(line.item()).flatMap(line::offer).orElse(null);
        var sku = offer == null ? null : offer.sku(line.skuId()).orElse(null);
        return new Row(line, offer, sku, null);
    }

    private Row row(Cart.Line line, Prepared prepared) {
        var row = row(line);
        return new Row(line, row.offer(), row.sku(), blocked(line, prepared));
    }

    private static @Nullable BlockedLine blocked(Cart.Line line, Prepared prepared) {
        return prepared instanceof Hindrance.Blocked blocked
                ? blocked.lines().stream()
                        .filter(one -> one.line().isOf(line.item(), line.skuId()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    static String hindrance(Prepared prepared) {
        return switch (prepared) {
            case Prepared.Ready _ -> "";
            case Hindrance.EmptyCart _ -> "cart.hindrance.empty";
            case Hindrance.Blocked _ -> "cart.hindrance.blocked";
            case Hindrance.CannotShip cannot ->
                switch (cannot.reason()) {
                    case ADDRESS -> "cart.hindrance.address";
                    case NO_LINE -> "cart.hindrance.no-line";
                };
        };
    }
}
