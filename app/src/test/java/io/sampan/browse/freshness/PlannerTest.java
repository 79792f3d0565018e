package io.sampan.browse.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.sampan.browse.catalog.Offers;
import io.sampan.browse.freshness.FreshnessTest.HandClock;
import io.sampan.browse.freshness.Watchlist.Watched;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.outside.marketplace.TestMarketplaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** From what shoppers look at to the next looks, over one database, by one node after the other. */
class PlannerTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();

    /** Four looks in an hour are planned. */
    static final FreshnessSettings.Quota FEW = new FreshnessSettings.Quota(10, Map.of(), 10, 10, 40);

    final HandClock clock = new HandClock();
    final ShelfMarketplace shelf = new ShelfMarketplace(MarketplaceId.ALI1688);
    final Node node = node(Node.WIDE);

    Node node(FreshnessSettings.Quota quota) {
        return new Node(DATABASE, TestMarketplaces.of(shelf), clock, Node.settings(quota));
    }

    @BeforeEach
    void nothingIsKnown() {
        clock.toAnHourOfItsOwn();
        FreshnessTest.forgetAll(DATABASE);
    }

    ItemRef dress(String itemId) {
        var dress = Offers.dress(itemId);
        shelf.put(itemId, () -> dress.seen(clock.instant()));
        return dress.item();
    }

    /** One item that is known, and on the list. */
    ItemRef known(String itemId) {
        var item = dress(itemId);
        assertThat(node.freshness.show(item)).isInstanceOf(Looked.Fresh.class);
        return item;
    }

    void looksCost(double views) {
        node.watch.publish(
                MarketplaceId.ALI1688, new WatchTable.Published(new LookPrice.Tag(views, clock.instant()), 0.3, 0, 0));
    }

    Watched row(ItemRef item) {
        return node.watch.find(item).orElseThrow().watched();
    }

    void say(ItemRef item) {
        node.pushes.on(new MarketplaceNews(
                MarketplaceId.ALI1688, "fake", MarketplaceNews.Subject.ITEM, item.itemId(), "m", clock.instant()));
    }

    @Test
    void whatIsLookedAtMostIsLookedAtFirstAndEvenlyOverTheHour() {
        looksCost(1e-6);
        var few = node(FEW);
        for (var name : List.of("once", "often", "never")) {
            known(name);
        }
        for (int n = 0; n < 4; n++) {
            few.freshness.putIntoCart(new ItemRef(MarketplaceId.ALI1688, "often"));
        }
        few.freshness.putIntoCart(new ItemRef(MarketplaceId.ALI1688, "once"));
        node.footfall.write();
        clock.pass(Duration.ofMinutes(5));
        shelf.fetched.clear();
        few.turn();
        assertThat(shelf.fetched).as("a twelfth of an hour gives one of four").containsExactly("often");
        few.turn();
        assertThat(shelf.fetched).hasSize(1);
        clock.pass(Duration.ofMinutes(15));
        few.turn();
        assertThat(shelf.fetched).hasSize(2);
        clock.pass(Duration.ofHours(1));
        few.turn();
        assertThat(shelf.fetched).as("the next hour has looks of its own").hasSizeGreaterThan(2);
    }

    @Test
    void aLookThatIsNotWorthItsPriceIsNotMade() {
        var item = known("dear");
        looksCost(50);
        clock.pass(Duration.ofMinutes(30));
        shelf.fetched.clear();
        node.turn();
        assertThat(node.freshness.show(item)).isInstanceOf(Looked.Fresh.class);
        assertThat(shelf.fetched).isEmpty();
        clock.pass(Duration.ofDays(1));
        node.freshness.show(item);
        assertThat(shelf.fetched)
                .as("whatever it costs, after a day it is looked at")
                .hasSize(1);
    }

    @Test
    void aPageAsksFirstWhenALookIsWorthItAndNeverForWhatIsYoung() {
        var item = known("page");
        node.turn();
        looksCost(1e-6);
        shelf.fetched.clear();
        clock.pass(Duration.ofMinutes(1));
        node.freshness.show(item);
        assertThat(shelf.fetched).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        node.freshness.show(item);
        assertThat(shelf.fetched).containsExactly("page");
        assertThat(node.freshness.show(item))
                .isInstanceOfSatisfying(
                        Looked.Fresh.class,
                        fresh -> assertThat(fresh.product().checkedAt()).isEqualTo(clock.instant()));
    }

    @Test
    void newsOfAnItemLeadsToOneLookHoweverOftenItComes() {
        var item = known("news");
        looksCost(1e-4);
        node.turn();
        clock.pass(Duration.ofMinutes(1));
        shelf.fetched.clear();
        say(item);
        say(item);
        node.turn();
        say(item);
        node.turn();
        assertThat(shelf.fetched).containsExactly("news");
    }

    @Test
    void whatIsKnownToHaveChangedIsNotShownWithoutAsking() {
        var item = known("told");
        looksCost(50);
        node.turn();
        clock.pass(Duration.ofMinutes(3));
        shelf.fetched.clear();
        say(item);
        node.turn();
        assertThat(shelf.fetched).as("nobody waits for it, and it is dear").isEmpty();
        assertThat(row(item).told()).isTrue();
        node.freshness.show(item);
        node.freshness.show(item);
        assertThat(shelf.fetched).containsExactly("told");
        node.turn();
        assertThat(row(item).told()).isFalse();
    }

    @Test
    void newsOfWhatWeDoNotKnowAsksForNothing() {
        var at = clock.instant();
        for (var key : List.of("strange", "no id!")) {
            node.pushes.on(
                    new MarketplaceNews(MarketplaceId.ALI1688, "fake", MarketplaceNews.Subject.ITEM, key, "m", at));
        }
        node.pushes.on(new MarketplaceNews(MarketplaceId.ALI1688, "fake", MarketplaceNews.Subject.ORDER, "1", "m", at));
        assertThat(node.tidings.takeTold(10, at.plusSeconds(3600))).isEmpty();
    }

    @Test
    void interestIsCountedByItsWorth() {
        var item = known("interest");
        node.freshness.putIntoCart(item);
        node.freshness.listed(List.of(item, item));
        node.turn();
        assertThat(row(item).interest().usually()).isEqualTo(1 + 5 + 2 * 0.05);
        node.turn();
        assertThat(row(item).interest().usually()).as("counted once").isEqualTo(6.1);
    }

    @Test
    void oneNodePlansAndAnotherTakesOverWhenItIsKilled() {
        var item = known("lease");
        node.turn();
        var other = node(Node.WIDE);
        node.freshness.show(item);
        node.footfall.write();
        assertThat(other.learning.catchUp()).isFalse();
        assertThat(row(item).interest().usually()).as("only the planner learns").isEqualTo(1);
        clock.pass(Duration.ofSeconds(59));
        assertThat(other.learning.catchUp()).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(other.learning.catchUp()).isTrue();
        assertThat(row(item).interest().usually()).isBetween(1.99, 2.0);
        assertThat(node.learning.catchUp()).as("who lost it gives it up").isFalse();
    }

    @Test
    void aNodeThatPlansAgainForgetsWhatItRemembersFromBefore() {
        var item = known("again");
        node.turn();
        clock.pass(Duration.ofMinutes(1));
        var other = node(Node.WIDE);
        other.turn();
        other.freshness.putIntoCart(item);
        other.turn();
        clock.pass(Duration.ofMinutes(1));
        node.freshness.show(item);
        node.turn();
        assertThat(row(item).interest().usually()).isBetween(6.99, 7.0);
    }

    @Test
    void whatWasLearntOutlivesARestart() {
        var item = known("restart");
        node.turn();
        for (int cost = 1; cost <= 8; cost++) {
            clock.pass(Duration.ofHours(12));
            var dress = Offers.dress("restart").costing(1000 * cost);
            shelf.put("restart", () -> dress.seen(clock.instant()));
            node.freshness.look(item, new Need.ToPay());
            node.turn();
        }
        var before = row(item);
        assertThat(before.changes()).isGreaterThan(7);
        assertThat(before.days()).isCloseTo(4, offset(0.5));
        clock.pass(Duration.ofMinutes(1));
        var restarted = node(Node.WIDE);
        restarted.learning.catchUp();
        restarted.freshness.putIntoCart(item);
        restarted.turn();
        assertThat(row(item).changes()).isEqualTo(before.changes());
        assertThat(row(item).days()).isEqualTo(before.days());
        assertThat(node.watch.find(item).orElseThrow().changesPerDay()).isGreaterThan(1.5);
    }

    @Test
    void whatBreaksWhileLearningLosesAndDoublesNothing() {
        var item = known("broken");
        node.turn();
        node.freshness.show(item);
        node.footfall.write();
        DATABASE.asOwner().sql("ALTER TABLE freshness.plan RENAME TO plan_away").update();
        try {
            assertThatThrownBy(node.planner::tend).isInstanceOf(DataAccessException.class);
        } finally {
            DATABASE.asOwner()
                    .sql("ALTER TABLE freshness.plan_away RENAME TO plan")
                    .update();
        }
        node.turn();
        assertThat(row(item).interest().usually()).isEqualTo(2);
    }

    @Test
    void whatIsGoneLeavesTheListIsLookedForSomeDaysAndThenNoMore() {
        var item = known("gone");
        looksCost(1e-6);
        node.turn();
        clock.pass(Duration.ofMinutes(10));
        shelf.fetching = id -> new Fetched.Gone(item);
        node.freshness.look(item, new Need.ToPay());
        node.turn();
        assertThat(node.watch.find(item)).isEqualTo(Optional.empty());
        shelf.fetched.clear();
        for (int day = 0; day < 6; day++) {
            clock.pass(Duration.ofHours(12));
            node.turn();
            node.turn();
            clock.pass(Duration.ofHours(12));
            node.turn();
            node.turn();
        }
        assertThat(shelf.fetched).as("twice more, a day apart").hasSize(2);
        assertThat(node.freshness.show(item)).isEqualTo(new Looked.Gone(item));
        assertThat(shelf.fetched).hasSize(2);
        say(item);
        shelf.fetching = id -> new Fetched.Found(Offers.dress("gone").seen(clock.instant()));
        node.turn();
        node.turn();
        assertThat(node.watch.find(item))
                .as("its marketplace spoke of it, and it was back")
                .isPresent();
    }

    @Test
    void whatCannotBeSeenDoesNotHoldUpTheOthers() {
        looksCost(1e-6);
        var few = node(FEW);
        known("odd");
        known("fine");
        for (int n = 0; n < 4; n++) {
            few.freshness.putIntoCart(new ItemRef(MarketplaceId.ALI1688, "odd"));
        }
        few.freshness.putIntoCart(new ItemRef(MarketplaceId.ALI1688, "fine"));
        node.footfall.write();
        var offered = shelf.fetching;
        shelf.fetching = id ->
                id.equals("odd") ? new Fetched.Found(Offers.dress("other").seen(clock.instant())) : offered.apply(id);
        clock.pass(Duration.ofMinutes(10));
        shelf.fetched.clear();
        few.turn();
        clock.pass(Duration.ofMinutes(9));
        few.turn();
        assertThat(shelf.fetched).containsExactly("odd", "fine");
    }
}
