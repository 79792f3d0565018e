package io.sampan.buy.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Offers;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.people.identity.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** One cart in several tabs of a browser: what is ordered is what the page showed, and once. */
class TwoTabsTest {
    static final int TABS = 20;

    final OrderRoom room = new OrderRoom(TestDatabase.fresh());
    final AccountId ada = new AccountId(UUID.randomUUID());
    final CartKey cart = room.carts.of(ada);
    final ItemRef dress = shelved("dress");
    final ItemRef other = shelved("other");

    @Test
    void aCartThatIsOrderedFromManyTabsAtOnceIsOneOrder() throws Exception {
        room.carts.add(cart, dress, "k1", 1, "");
        var seen = seen();
        var clicks = new ArrayList<Callable<CheckedOut>>();
        for (int i = 0; i < TABS; i++) {
            var form = room.form(cart, ada, seen);
            clicks.add(() -> room.checkout.place(form));
        }
        var outcomes = new ArrayList<CheckedOut>();
        try (var threads = Executors.newFixedThreadPool(TABS)) {
            for (var done : threads.invokeAll(clicks)) {
                outcomes.add(done.get());
            }
        }
        assertThat(room.orders.ofShopper(ada, TABS)).hasSize(1);
        assertThat(outcomes).filteredOn(CheckedOut.Placed.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof CheckedOut.Placed))
                .allMatch(outcome ->
                        outcome instanceof CheckedOut.CartChanged || outcome instanceof Prepared.Hindrance.EmptyCart);
    }

    @Test
    void ordersNothingThatThePageDidNotShowEvenAtTheSameTotal() {
        room.carts.add(cart, dress, "k1", 1, "");
        var form = room.form(cart, ada, seen());
        room.carts.set(cart, dress, "k1", 0, "");
        room.carts.add(cart, other, "k1", 1, "");
        assertThat(seen()).isEqualTo(form.seenTotal());
        assertThat(room.checkout.place(form)).isEqualTo(new CheckedOut.CartChanged());
        assertThat(room.orders.ofShopper(ada, TABS)).isEmpty();
        assertThat(room.carts.of(cart).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.item()).isEqualTo(other));
        assertThat(room.checkout.place(room.form(cart, ada, seen()))).isInstanceOf(CheckedOut.Placed.class);
    }

    @Test
    void theSameFormIsItsOrderStillWhenOtherThingsLieInTheCart() {
        room.carts.add(cart, dress, "k1", 1, "");
        var form = room.form(cart, ada, seen());
        var placed = room.checkout.place(form);
        room.carts.add(cart, other, "k1", 2, "");
        assertThat(room.checkout.place(form)).isEqualTo(placed);
        assertThat(room.carts.of(cart).lines()).hasSize(1);
    }

    @Test
    void theSealTellsEveryPartOfALine() {
        var now = room.pay.clock().instant();
        var line = new Cart.Line(dress, "ali1688", "k1", 1, "", now);
        var seals = List.of(
                Cart.seal(List.of()),
                Cart.seal(List.of(line)),
                Cart.seal(List.of(line, line)),
                Cart.seal(List.of(new Cart.Line(other, "ali1688", "k1", 1, "", now))),
                Cart.seal(List.of(new Cart.Line(dress, "another", "k1", 1, "", now))),
                Cart.seal(List.of(new Cart.Line(dress, "ali1688", "k2", 1, "", now))),
                Cart.seal(List.of(new Cart.Line(dress, "ali1688", "k1", 11, "", now))),
                Cart.seal(List.of(new Cart.Line(dress, "ali1688", "k1", 1, "darker", now))));
        assertThat(seals).doesNotHaveDuplicates();
        assertThat(Cart.seal(List.of(new Cart.Line(dress, "ali1688", "k1", 1, "", now.plus(Duration.ofDays(1))))))
                .isEqualTo(seals.get(1));
    }

    private ItemRef shelved(String name) {
        var offer = Offers.dress(name);
        room.shelf.put(name, () -> offer.seen(room.pay.clock().instant()));
        return offer.item();
    }

    private Money seen() {
        var ready = (Prepared.Ready) room.checkout.prepare(cart, Checkout.destination(OrderRoom.BERLIN), OrderRoom.EUR);
        return ready.quotes().stream()
                .filter(quote -> quote.line().equals(new LineId("express")))
                .findFirst()
                .orElseThrow()
                .total();
    }
}
