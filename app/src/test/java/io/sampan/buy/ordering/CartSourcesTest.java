package io.sampan.buy.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Offers;
import io.sampan.browse.landedcost.Destination;
import io.sampan.buy.ordering.Prepared.Hindrance;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import io.sampan.people.identity.AccountId;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in a cart is checked and ordered through the source that it came from. */
class CartSourcesTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();

    final OrderRoom room = new OrderRoom(DATABASE);
    final Offers dress = Offers.dress("d" + UUID.randomUUID().toString().substring(0, 8));
    final ItemRef item = dress.item();
    final CartKey cart = room.carts.fresh();

    @BeforeEach
    void twoSourcesShowIt() {
        room.shelf.put(item.itemId(), () -> dress.seen(room.pay.clock().instant()));
        put(dress.from("other").costing(3000));
    }

    private void put(Offers offers) {
        room.other.put(item.itemId(), () -> offers.seen(room.pay.clock().instant()));
    }

    private Prepared prepared() {
        return room.checkout.prepare(cart, Destination.country("DE"), OrderRoom.EUR);
    }

    private String source() {
        return room.carts.of(cart).lines().getFirst().source();
    }

    @Test
    void keepsTheSourceThatWasShownAndChecksThroughItAlone() {
        room.carts.add(cart, item, "k1", 1, "");
        assertThat(source()).isEqualTo("fake");
        room.pay.forward(Duration.ofHours(1));
        room.shelf.fetching = id -> new Fetched.Later(Duration.ofSeconds(9), "limited");
        assertThat(prepared())
                .isInstanceOfSatisfying(
                        Hindrance.Blocked.class,
                        blocked -> assertThat(blocked.lines())
                                .extracting(Hindrance.BlockedLine::why)
                                .containsExactly(Hindrance.Why.UNREACHABLE));
        assertThat(room.other.fetched).isEmpty();
    }

    @Test
    void whatIsShownByOneWhoCannotSellIsTakenFromOneWhoCanAsSoonAsThatOneAnswers() {
        room.shelf.sells = true;
        var offered = room.shelf.fetching;
        room.carts.add(room.carts.fresh(), item, "k1", 1, "");
        room.pay.forward(Duration.ofDays(2));
        room.shelf.fetching = id -> new Fetched.Later(Duration.ofSeconds(1), "busy");
        room.carts.add(cart, item, "k1", 1, "");
        assertThat(source()).isEqualTo("other");
        room.pay.forward(Duration.ofMinutes(2));
        room.shelf.fetching = offered;
        var another = room.carts.fresh();
        room.carts.add(another, item, "k1", 1, "");
        assertThat(room.carts.of(another).lines().getFirst().source()).isEqualTo("fake");
    }

    @Test
    void anOrderNamesTheSourceOfEveryLine() {
        room.shelf.fetching = id -> new Fetched.Gone(item);
        room.carts.add(cart, item, "k1", 1, "");
        assertThat(source()).isEqualTo("other");
        var seen = ((Prepared.Ready) prepared()).quotes().getFirst();
        var shopper = new AccountId(UUID.randomUUID());
        var form = new CheckoutForm(
                UUID.randomUUID(),
                shopper,
                cart,
                OrderRoom.BERLIN,
                seen.line(),
                seen.total(),
                Cart.seal(room.carts.of(cart).lines()),
                new CheckoutForm.Tolerance(5, CheckoutForm.Tolerance.Beyond.ASK),
                Locale.ENGLISH,
                false,
                null);
        var placed = (CheckedOut.Placed) room.checkout.place(form);
        var line = room.orders.find(placed.order()).orElseThrow().lines().getFirst();
        assertThat(line.source()).isEqualTo("other");
        assertThat(line.unitPrice()).isEqualTo(Money.fen(3000));
    }

    @Test
    void whatOnlyShowsAPriceIsDescribedInWords() {
        room.shelf.fetching = id -> new Fetched.Gone(item);
        put(dress.from("other").withoutVariants());
        assertThat(room.carts.add(cart, item, Offer.DESCRIBED, 1, " ")).isEqualTo(new CartChange.Undescribed(item));
        assertThat(room.carts.add(cart, item, "k1", 1, "")).isEqualTo(new CartChange.NotOnSale(item));
        assertThat(room.carts.add(cart, item, Offer.DESCRIBED, 2, "red, size M"))
                .isInstanceOf(CartChange.Changed.class);
        var ready = (Prepared.Ready) prepared();
        assertThat(ready.lines().getFirst().sku().price()).isEqualTo(Money.fen(3900));
        assertThat(ready.lines().getFirst().line().isDescribed()).isTrue();
    }

    @Test
    void aSourceThatIsNotOursAnyMoreIsReplaced() {
        room.carts.add(cart, item, "k1", 1, "");
        DATABASE.jdbc()
                .sql("UPDATE ordering.cart_line SET source = 'former' WHERE cart_id = :cart")
                .param("cart", cart.value())
                .update();
        var ready = (Prepared.Ready) prepared();
        assertThat(ready.lines().getFirst().offer().source()).isEqualTo("fake");
        room.carts.set(cart, item, "k1", 3, "");
        assertThat(source()).isEqualTo("fake");
    }
}
