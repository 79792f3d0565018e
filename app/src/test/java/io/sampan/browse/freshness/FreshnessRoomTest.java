package io.sampan.browse.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Offers;
import io.sampan.browse.search.Search;
import io.sampan.browse.search.SearchOfATest;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.MarketplaceNews;
import io.sampan.outside.marketplace.ShelfMarketplace;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/** The rooms of the shelves as the app wires them: from a marketplace's offers to what is found, and to the next look. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"search", "time"})
@ActiveProfiles("test")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestPropertySource(
        properties = {
            "sampan.freshness.starter.items=3",
            "sampan.freshness.tend-every=100ms",
            "sampan.freshness.interest.write-every=100ms",
            "sampan.freshness.quota.hourly=3600000"
        })
@Import(FreshnessRoomTest.Shelf.class)
class FreshnessRoomTest {
    @TestConfiguration(proxyBeanMethods = false)
    static class Shelf {
        @Bean
        ShelfMarketplace shelf(Clock clock) {
            var shelf = new ShelfMarketplace(MarketplaceId.ALI1688);
            for (int n = 0; n < 5; n++) {
                var dress = Offers.dress("shelf" + n).titled("碎花连衣裙" + n, "Floral dress no " + n);
                shelf.put("shelf" + n, () -> dress.seen(clock.instant()));
            }
            return shelf;
        }
    }

    final Catalog catalog;
    final Search search;
    final Freshness freshness;
    final ShelfMarketplace shelf;
    final Transactions transactions;
    final ApplicationEventPublisher events;
    final Clock clock;

    FreshnessRoomTest(
            Catalog catalog,
            Search search,
            Freshness freshness,
            ShelfMarketplace shelf,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalog = catalog;
        this.search = search;
        this.freshness = freshness;
        this.shelf = shelf;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Test
    void anEmptyShopFillsItselfIsSearchedAndHearsOfChanges() {
        until(() -> catalog.count(MarketplaceId.ALI1688) == 3);
        until(() ->
                search.find(SearchOfATest.first("floral dress", Locale.ENGLISH)).total() == 3);

        var item = search.find(SearchOfATest.first("连衣裙", Locale.CHINESE))
                .cards()
                .getFirst()
                .item();
        assertThat(freshness.look(item, new Need.InCart(Duration.ofHours(1)))).isInstanceOf(Looked.Fresh.class);
        assertThat(freshness.look(new ItemRef(MarketplaceId.ALI1688, "none"), new Need.InCart(Duration.ofHours(1))))
                .isInstanceOf(Looked.Gone.class);

        var now = Offers.dress(item.itemId()).titled("亚麻衬衫", "Linen shirt").costing(4900);
        shelf.put(item.itemId(), () -> now.seen(clock.instant()));
        var news = new MarketplaceNews(
                MarketplaceId.ALI1688, "fake", MarketplaceNews.Subject.ITEM, item.itemId(), "m1", clock.instant());
        transactions.run(() -> events.publishEvent(news));
        transactions.run(() -> events.publishEvent(news));
        until(() ->
                search.find(SearchOfATest.first("linen shirt", Locale.ENGLISH)).total() == 1);
        assertThat(catalog.priceHistory(item)).hasSize(2);
    }

    static void until(BooleanSupplier done) {
        for (int tries = 0; tries < 300 && !done.getAsBoolean(); tries++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
