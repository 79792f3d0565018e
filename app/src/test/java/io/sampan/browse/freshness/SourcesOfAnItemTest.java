package io.sampan.browse.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Offers;
import io.sampan.browse.catalog.Product;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.outside.marketplace.TestMarketplaces;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Looks at an item that two sources show: through both for a page, through one for a cart. */
class SourcesOfAnItemTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Duration MINUTE = Duration.ofMinutes(1);

    final FreshnessTest.HandClock clock = new FreshnessTest.HandClock();
    final ShelfMarketplace global = new ShelfMarketplace(MarketplaceId.TAOBAO, "a-global");
    final ShelfMarketplace tbk = new ShelfMarketplace(MarketplaceId.TAOBAO, "b-tbk");
    final Freshness freshness = FreshnessOfATest.on(DATABASE, TestMarketplaces.of(tbk, global), clock);

    private ItemRef shelved(String id) {
        var dress = Offers.dress(id).at(MarketplaceId.TAOBAO);
        global.put(id, () -> dress.from("a-global").seen(clock.instant()));
        tbk.put(id, () -> dress.from("b-tbk").withoutVariants().costing(2900).seen(clock.instant()));
        return dress.item();
    }

    private static Product fresh(Looked looked) {
        assertThat(looked).isInstanceOf(Looked.Fresh.class);
        return ((Looked.Fresh) looked).product();
    }

    /** Longer than the catalogue remembers a product, and than an item that could not be seen is left alone. */
    private void later() {
        clock.pass(Duration.ofMinutes(2));
    }

    @Test
    void aSilentSourceIsReplacedByTheNextUntilItIsBack() {
        var item = shelved("replaced");
        var offered = global.fetching;
        global.fetching = id -> new Fetched.Later(Duration.ofSeconds(9), "limited");
        assertThat(fresh(freshness.look(item, new Need.InCart(MINUTE))).offer().source())
                .isEqualTo("b-tbk");
        global.fetching = offered;
        later();
        assertThat(fresh(freshness.look(item, new Need.InCart(MINUTE))).offers())
                .hasSize(2);
        assertThat(fresh(freshness.look(item, new Need.InCart(MINUTE))).offer().source())
                .isEqualTo("a-global");
    }

    @Test
    void aLookThatNobodyWaitsForIsNotMadeThroughTheNextWhileTheFirstIsBusy() {
        var item = shelved("ahead");
        var node = new Node(DATABASE, TestMarketplaces.of(tbk, global), clock, Node.settings(Node.WIDE));
        global.fetching = id -> new Fetched.Later(Duration.ofSeconds(9), "limited");
        var ahead = Refresh.Question.joined(item);
        assertThat(node.refresh.look(ahead, Purpose.AHEAD)).isEqualTo(new Looked.Unknown(item, Looked.Why.BUSY));
        assertThat(tbk.fetched).isEmpty();
    }

    @Test
    void whatASilentSourceShowedBeforeIsNotCalledFresh() {
        var item = shelved("stale");
        fresh(freshness.look(item, new Need.InCart(MINUTE)));
        global.fetching = id -> new Fetched.Later(Duration.ofSeconds(9), "limited");
        later();
        for (int i = 0; i < 2; i++) {
            assertThat(freshness.look(item, new Need.InCart(MINUTE)))
                    .isInstanceOfSatisfying(Looked.Stale.class, stale -> {
                        assertThat(stale.product().offer().source()).isEqualTo("a-global");
                        assertThat(stale.product().checkedAt())
                                .isEqualTo(clock.instant().minus(Duration.ofMinutes(2)));
                    });
        }
        assertThat(tbk.fetched).as("asked once, then left alone").hasSize(1);
    }

    @Test
    void whatTheFirstSourceNoLongerHasIsShownAsTheNextShowsIt() {
        var item = shelved("half");
        fresh(freshness.look(item, new Need.InCart(MINUTE)));
        global.fetching = id -> new Fetched.Gone(item);
        later();
        assertThat(fresh(freshness.look(item, new Need.InCart(MINUTE))).offer().source())
                .isEqualTo("b-tbk");
        tbk.fetching = id -> new Fetched.Gone(item);
        later();
        assertThat(freshness.look(item, new Need.InCart(MINUTE))).isEqualTo(new Looked.Gone(item));
    }

    @Test
    void aLookThroughOneSourceAsksThatOneAlone() {
        var item = shelved("alone");
        assertThat(fresh(freshness.look(item, "b-tbk", new Need.InCart(MINUTE))).from("b-tbk"))
                .isPresent();
        assertThat(global.fetched).isEmpty();
        fresh(freshness.look(item, "a-global", new Need.InCart(MINUTE)));
        assertThat(global.fetched).hasSize(1);
        later();
        tbk.fetching = id -> new Fetched.Later(Duration.ofSeconds(9), "limited");
        assertThat(freshness.look(item, "b-tbk", new Need.InCart(MINUTE))).isInstanceOf(Looked.Stale.class);
        assertThat(global.fetched).hasSize(1);
        later();
        tbk.fetching = id -> new Fetched.Gone(item);
        assertThat(freshness.look(item, "b-tbk", new Need.InCart(MINUTE))).isEqualTo(new Looked.Gone(item));
        assertThat(fresh(freshness.look(item, "a-global", new Need.InCart(MINUTE)))
                        .isGone())
                .isFalse();
    }

    @Test
    void aSourceThatIsNotSetUpIsNotWaitedFor() {
        var item = shelved("former");
        assertThat(fresh(freshness.look(item, "former-vendor", new Need.InCart(MINUTE)))
                        .offer()
                        .source())
                .isEqualTo("a-global");
    }
}
