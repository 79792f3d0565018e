package io.sampan.browse.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Offers;
import io.sampan.browse.freshness.FreshnessTest.HandClock;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.outside.marketplace.TestMarketplaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One quota, three nodes, everybody at once. */
class ThreeNodesTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final int HOURLY = 100;
    static final int ITEMS = 60;
    static final FreshnessSettings.Quota QUOTA = new FreshnessSettings.Quota(HOURLY, Map.of(), 10, 20, 30);

    final HandClock clock = new HandClock();
    final ShelfMarketplace shelf = new ShelfMarketplace(MarketplaceId.ALI1688);
    final List<Node> nodes = Stream.generate(
                    () -> new Node(DATABASE, TestMarketplaces.of(shelf), clock, Node.settings(QUOTA)))
            .limit(3)
            .toList();

    @BeforeEach
    void aShopWhoseItemsAreADayOld() {
        clock.toAnHourOfItsOwn();
        FreshnessTest.forgetAll(DATABASE);
        for (int n = 0; n < ITEMS; n++) {
            var dress = Offers.dress("crowd" + n);
            shelf.put("crowd" + n, () -> dress.seen(clock.instant()));
            nodes.getFirst().catalog.record(dress.seen(clock.instant()));
        }
        clock.pass(Duration.ofHours(25));
        shelf.fetched.clear();
    }

    static ItemRef item(int n) {
        return new ItemRef(MarketplaceId.ALI1688, "crowd" + n % ITEMS);
    }

    /** What people and programs do at once, on each node. */
    static Stream<Runnable> rush(Node node) {
        return IntStream.range(0, 2 * ITEMS)
                .boxed()
                .flatMap(n -> Stream.of(
                        () -> node.freshness.show(item(n)),
                        () -> node.freshness.look(item(n), new Need.InCart(Duration.ofMinutes(1))),
                        () -> node.freshness.show(new ItemRef(MarketplaceId.ALI1688, "made-up-" + n)),
                        node::turn));
    }

    static void all(Stream<Runnable> works) throws ExecutionException, InterruptedException {
        try (var people = Executors.newFixedThreadPool(24)) {
            for (Future<?> done : works.map(people::submit).toList()) {
                done.get();
            }
        }
    }

    @Test
    void togetherTheyNeverAskMoreThanTheSourceAllowsAndPayingHasItsReserve() throws Exception {
        all(nodes.stream().flatMap(ThreeNodesTest::rush));
        assertThat(shelf.fetched).as("all but what is kept for paying").hasSize(HOURLY - 10);
        int paid = 0;
        for (int n = 0; n < ITEMS; n++) {
            var looked = nodes.get(n % nodes.size()).freshness.look(item(n), new Need.ToPay());
            paid += looked instanceof Looked.Fresh ? 1 : 0;
            if (!(looked instanceof Looked.Fresh)) {
                assertThat(looked)
                        .isInstanceOfSatisfying(
                                Looked.Stale.class,
                                stale -> assertThat(stale.why()).isEqualTo(Looked.Why.SPENT));
            }
        }
        assertThat(paid).isEqualTo(10);
        assertThat(shelf.fetched).hasSize(HOURLY);
        assertThat(nodes.getFirst().quotas.standings())
                .singleElement()
                .satisfies(standing -> assertThat(standing.parts()).allMatch(part -> part.left() == 0));
    }

    @Test
    void payingMayUseUpWhatEverythingElseLeft() throws Exception {
        all(IntStream.range(0, 3 * HOURLY)
                .mapToObj(n -> () -> nodes.get(n % 3).freshness.look(item(n / 3), new Need.ToPay())));
        assertThat(shelf.fetched).hasSizeBetween(ITEMS, HOURLY);
        all(IntStream.range(0, 3 * HOURLY)
                .mapToObj(n -> () -> nodes.get(n % 3).freshness.look(item(n / 3), new Need.ToPay())));
        assertThat(shelf.fetched).hasSize(HOURLY);
        clock.pass(Duration.ofHours(1));
        assertThat(nodes.getFirst().freshness.look(item(0), new Need.ToPay())).isInstanceOf(Looked.Fresh.class);
    }

    @Test
    void whoSharesAQuestionThatWasNotPutAsksForItsOwnPurpose() throws Exception {
        var node = nodes.getFirst();
        var quotas = node.quotas;
        while (quotas.spend("fake", Purpose.CART)) {
            // All that a cart may use, and what is planned with it.
        }
        all(IntStream.range(0, 20)
                .mapToObj(n -> n % 2 == 0
                        ? () -> node.freshness.look(item(1), new Need.InCart(Duration.ofMinutes(1)))
                        : () -> assertThat(node.freshness.look(item(1), new Need.ToPay()))
                                .isInstanceOf(Looked.Fresh.class)));
    }
}
