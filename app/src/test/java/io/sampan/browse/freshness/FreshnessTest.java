package io.sampan.browse.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Offers;
import io.sampan.browse.freshness.Looked.Why;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.outside.marketplace.TestMarketplaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();

    final HandClock clock = new HandClock();
    final ShelfMarketplace shelf = new ShelfMarketplace(MarketplaceId.ALI1688);
    final Node room = node(Duration.ofSeconds(20));
    final Catalog catalog = room.catalog;

    Node node(Duration limit) {
        var start = new FreshnessSettings.Starting(6, 4, List.of("裙", "鞋"));
        return new Node(DATABASE, TestMarketplaces.of(shelf), clock, Node.settings(Node.WIDE, limit, start));
    }

    static final class HandClock extends Clock {
        static Instant now = Instant.parse("2026-11-22T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        /** At the beginning of an hour that no test has spent anything of. */
        void toAnHourOfItsOwn() {
            now = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(3));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void nothingIsKnown() {
        clock.toAnHourOfItsOwn();
        forgetAll(DATABASE);
    }

    static void forgetAll(TestDatabase database) {
        var tables = List.of(
                "catalog.product",
                "freshness.spending",
                "freshness.starter_word",
                "freshness.lease",
                "freshness.interest",
                "freshness.sight",
                "freshness.told",
                "freshness.watched",
                "freshness.plan",
                "freshness.gone");
        tables.forEach(name -> database.jdbc().sql("DELETE FROM " + name).update());
    }

    ItemRef dress(String itemId) {
        var dress = Offers.dress(itemId);
        shelf.put(itemId, () -> dress.seen(clock.instant()));
        return dress.item();
    }

    @Test
    void asksTheMarketplaceOnlyWhenWhatIsKnownIsTooOld() {
        var item = dress("age");
        assertThat(room.freshness.look(item, new Need.InCart(Duration.ofMinutes(5))))
                .isInstanceOf(Looked.Fresh.class);
        clock.pass(Duration.ofMinutes(5));
        assertThat(room.freshness.look(item, new Need.InCart(Duration.ofMinutes(5))))
                .isInstanceOf(Looked.Fresh.class);
        assertThat(shelf.fetched).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        room.freshness.look(item, new Need.InCart(Duration.ofMinutes(5)));
        assertThat(shelf.fetched).hasSize(2);
        room.freshness.look(item, new Need.ToPay());
        assertThat(shelf.fetched).hasSize(3);
    }

    @Test
    void manyWhoAskAtOnceShareOneQuestion() throws Exception {
        var item = dress("crowd");
        var open = new CountDownLatch(1);
        var offered = shelf.fetching;
        shelf.fetching = id -> {
            await(open);
            return offered.apply(id);
        };
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new CountDownLatch(20);
            Callable<Looked> look = () -> {
                begun.countDown();
                return room.freshness.look(item, new Need.ToPay());
            };
            var looks = java.util.stream.Stream.generate(() -> people.submit(look))
                    .limit(20)
                    .toList();
            await(begun);
            Thread.sleep(1_000);
            open.countDown();
            for (Future<Looked> looked : looks) {
                assertThat(looked.get()).isInstanceOf(Looked.Fresh.class);
            }
        }
        assertThat(shelf.fetched).hasSize(1);
    }

    @Test
    void aBusyMarketplaceLeavesWhatIsKnownAndIsLeftAlone() {
        var item = dress("busy");
        room.freshness.look(item, new Need.ToPay());
        shelf.fetching = id -> new Fetched.Later(Duration.ofSeconds(10), "limited");
        clock.pass(Duration.ofHours(1));
        assertThat(room.freshness.look(item, new Need.InCart(Duration.ofMinutes(1))))
                .isInstanceOfSatisfying(Looked.Stale.class, stale -> {
                    assertThat(stale.why()).isEqualTo(Why.BUSY);
                    assertThat(stale.product().age(clock.instant())).isEqualTo(Duration.ofHours(1));
                });
        room.freshness.look(item, new Need.InCart(Duration.ofMinutes(1)));
        assertThat(shelf.fetched).hasSize(2);
        clock.pass(Duration.ofSeconds(11));
        room.freshness.look(item, new Need.InCart(Duration.ofMinutes(1)));
        assertThat(shelf.fetched).hasSize(3);
        var never = new ItemRef(MarketplaceId.ALI1688, "never");
        assertThat(room.freshness.look(never, new Need.ToPay())).isEqualTo(new Looked.Unknown(never, Why.BUSY));
    }

    @Test
    void aSlowAnswerIsNotWaitedForButKept() throws Exception {
        var item = dress("slow");
        var open = new CountDownLatch(1);
        var offered = shelf.fetching;
        shelf.fetching = id -> {
            await(open);
            return offered.apply(id);
        };
        var hurried = node(Duration.ofMillis(100));
        assertThat(hurried.freshness.look(item, new Need.ToPay())).isEqualTo(new Looked.Unknown(item, Why.SLOW));
        open.countDown();
        for (int tries = 0; tries < 100 && hurried.catalog.find(item).isEmpty(); tries++) {
            Thread.sleep(200);
        }
        assertThat(hurried.catalog.find(item)).isPresent();
    }

    @Test
    void moreLooksThanThereIsRoomForAreTurnedAway() throws Exception {
        var open = new CountDownLatch(1);
        var inside = new CountDownLatch(4);
        shelf.fetching = id -> {
            inside.countDown();
            await(open);
            return new Fetched.Later(Duration.ZERO, "");
        };
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 4; n++) {
                var item = new ItemRef(MarketplaceId.ALI1688, "full" + n);
                people.submit(() -> room.freshness.look(item, new Need.ToPay()));
            }
            await(inside);
            var fifth = new ItemRef(MarketplaceId.ALI1688, "full5");
            assertThat(room.freshness.look(fifth, new Need.ToPay())).isEqualTo(new Looked.Unknown(fifth, Why.CROWDED));
            open.countDown();
        }
    }

    @Test
    void anItemThatIsGoneIsGoneInTheCatalogueToo() {
        var item = dress("gone");
        room.freshness.look(item, new Need.ToPay());
        shelf.fetching = id -> new Fetched.Gone(item);
        assertThat(room.freshness.look(item, new Need.ToPay())).isEqualTo(new Looked.Gone(item));
        assertThat(catalog.find(item).orElseThrow().isGone()).isTrue();
        assertThat(room.freshness.look(item, new Need.InCart(Duration.ofHours(1))))
                .isEqualTo(new Looked.Gone(item));
        assertThat(shelf.fetched).hasSize(2);
    }

    @Test
    void anAnswerAboutAnotherItemIsNotBelieved() {
        var asked = new ItemRef(MarketplaceId.ALI1688, "asked");
        shelf.fetching = id -> new Fetched.Found(Offers.dress("other").seen(clock.instant()));
        assertThat(room.freshness.look(asked, new Need.ToPay())).isEqualTo(new Looked.Unknown(asked, Why.ODD));
        assertThat(catalog.find(Offers.dress("other").item())).isEmpty();
    }

    @Test
    void anAnswerOlderThanWhatIsKnownChangesNothing() {
        var item = dress("order");
        room.freshness.look(item, new Need.ToPay());
        var past = Offers.dress("order").costing(1).seen(clock.instant().minusSeconds(60));
        shelf.fetching = id -> new Fetched.Found(past);
        assertThat(room.freshness.look(item, new Need.ToPay()))
                .isInstanceOfSatisfying(
                        Looked.Fresh.class,
                        fresh -> assertThat(fresh.product().priceFrom()).contains(Money.fen(3900)));
    }

    @Test
    void whatIsNotThereIsNotAskedForAgainForAWhile() {
        var nothing = new ItemRef(MarketplaceId.ALI1688, "nothing");
        assertThat(room.freshness.look(nothing, new Need.ToPay())).isEqualTo(new Looked.Gone(nothing));
        assertThat(room.freshness.look(nothing, new Need.ToPay())).isEqualTo(new Looked.Gone(nothing));
        assertThat(shelf.fetched).hasSize(1);
        clock.pass(Duration.ofMinutes(10));
        dress("nothing");
        assertThat(room.freshness.look(nothing, new Need.ToPay())).isInstanceOf(Looked.Fresh.class);
    }

    @Test
    void looksAtWhatNobodyKnowsHaveABudgetOfTheirOwn() {
        var known = dress("known");
        room.freshness.look(known, new Need.ToPay());
        for (int searches = 0; searches < 4; searches++) {
            assertThat(room.freshness.mayAsk("fake")).isTrue();
        }
        room.freshness.look(new ItemRef(MarketplaceId.ALI1688, "made-up-1"), new Need.ToPay());
        var over = new ItemRef(MarketplaceId.ALI1688, "made-up-2");
        assertThat(room.freshness.look(over, new Need.ToPay())).isEqualTo(new Looked.Unknown(over, Why.SPENT));
        assertThat(room.freshness.mayAsk("fake")).isFalse();
        assertThat(shelf.fetched).containsExactly("known", "made-up-1");
        assertThat(room.freshness.mayAsk("another")).isTrue();
        assertThat(room.freshness.look(known, new Need.ToPay()))
                .as("what is known is looked at as ever")
                .isInstanceOf(Looked.Fresh.class);
        clock.pass(Duration.ofHours(1));
        assertThat(room.freshness.mayAsk("fake")).isTrue();
    }

    @Test
    void anEmptyCatalogueIsFilledUpToItsBoundAndNoFurther() {
        for (int n = 0; n < 10; n++) {
            dress("start" + n);
        }
        room.starter.tend();
        assertThat(catalog.count(MarketplaceId.ALI1688)).isEqualTo(6);
        room.starter.tend();
        assertThat(shelf.searched).containsExactly("裙");
        assertThat(shelf.fetched).hasSize(6);
    }

    @Test
    void theFillingGoesOnWhereItEndedWhenTheMarketplaceWasBusy() {
        dress("one");
        var listed = shelf.searching;
        shelf.searching = query ->
                query.words().equals("鞋") ? new Searched.Later(Duration.ofSeconds(1), "busy") : listed.apply(query);
        room.starter.tend();
        assertThat(shelf.searched).containsExactly("裙", "鞋");
        dress("two");
        shelf.searching = listed;
        var restarted = node(Duration.ofSeconds(20));
        clock.pass(Duration.ofSeconds(6));
        restarted.starter.tend();
        restarted.starter.tend();
        assertThat(shelf.searched).containsExactly("裙", "鞋", "鞋");
        assertThat(catalog.count(MarketplaceId.ALI1688)).isEqualTo(2);
    }

    @Test
    void oneItemThatBreaksDoesNotStopTheOthers() {
        dress("fine");
        dress("broken");
        var offered = shelf.fetching;
        shelf.fetching = id -> {
            if (id.equals("broken")) {
                throw new IllegalStateException("a bug");
            }
            return offered.apply(id);
        };
        room.starter.tend();
        assertThat(catalog.count(MarketplaceId.ALI1688)).isEqualTo(1);
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
