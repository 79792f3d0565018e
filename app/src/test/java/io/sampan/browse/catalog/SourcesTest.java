package io.sampan.browse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.outside.marketplace.TestMarketplaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same item from two sources is one product with two offers. */
class SourcesTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    static final Instant END = NOW.plus(Duration.ofDays(9));

    final List<Object> told = new ArrayList<>();
    final Catalog catalog = TestCatalog.on(
            DATABASE,
            Clock.fixed(END, ZoneOffset.UTC),
            told::add,
            TestMarketplaces.of(
                    new ShelfMarketplace(MarketplaceId.TAOBAO, "a-global"),
                    new ShelfMarketplace(MarketplaceId.TAOBAO, "b-mall"),
                    new ShelfMarketplace(MarketplaceId.TAOBAO, "c-tbk")));

    private static Offers dress(String id) {
        return Offers.dress(id).at(MarketplaceId.TAOBAO);
    }

    private Product product(Offers offers) {
        return catalog.find(offers.item()).orElseThrow();
    }

    private static String sources(Product product) {
        return String.join(" ", product.offers().stream().map(Offer::source).toList());
    }

    @Test
    void theSameItemFromTwoSourcesIsOneProductWithTwoOffers() {
        var dress = dress("two");
        var first =
                catalog.record(dress.from("c-tbk").withoutVariants().seen(NOW)).product();
        catalog.record(dress.from("a-global").seen(NOW.plusSeconds(5)));
        var product = product(dress);
        assertThat(product.id()).isEqualTo(first.id());
        assertThat(sources(product)).isEqualTo("a-global c-tbk");
        assertThat(product.from("c-tbk").orElseThrow().offer().isPriceOnly()).isTrue();
        assertThat(product.offering("k1").orElseThrow().source()).isEqualTo("a-global");
        assertThat(product.offering(Offer.DESCRIBED).orElseThrow().source()).isEqualTo("c-tbk");
    }

    @Test
    void aPriceAloneIsShownButAnOfferWithVariantsIsBetter() {
        var dress = dress("price");
        var priced = catalog.record(
                        dress.from("c-tbk").withoutVariants().costing(2900).seen(NOW))
                .product();
        assertThat(priced.priceFrom()).contains(Money.fen(2900));
        assertThat(priced.offer().onSale()).isTrue();
        assertThat(priced.offer().choices())
                .singleElement()
                .satisfies(sku -> assertThat(sku.price()).isEqualTo(Money.fen(2900)));
        told.clear();
        assertThat(catalog.record(dress.from("b-mall").costing(3100).seen(NOW.plusSeconds(1))))
                .isInstanceOf(Recorded.Changed.class);
        assertThat(product(dress).priceFrom()).contains(Money.fen(3100));
        assertThat(told).hasSize(1);
        assertThat(catalog.priceHistory(dress.item()))
                .extracting(PricePoint::priceFrom)
                .containsExactly(Money.fen(2900), Money.fen(3100));
    }

    @Test
    void tellsNobodyWhatIsNotShown() {
        var dress = dress("hidden");
        catalog.record(dress.from("a-global").seen(NOW));
        told.clear();
        assertThat(catalog.record(dress.from("b-mall").costing(4900).seen(NOW))).isInstanceOf(Recorded.Unchanged.class);
        assertThat(catalog.record(dress.from("b-mall").costing(4800).seen(NOW.plusSeconds(1))))
                .isInstanceOf(Recorded.Unchanged.class);
        assertThat(told).isEmpty();
        var product = product(dress);
        assertThat(product.changedAt()).isEqualTo(NOW);
        assertThat(product.from("b-mall").orElseThrow().checkedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(product.checkedAt()).isEqualTo(NOW);
        assertThat(versions(product, "b-mall")).isEqualTo(2);
        assertThat(versions(product, "a-global")).isEqualTo(1);
    }

    @Test
    void amongEqualsTheOrderOfSourcesDecides() {
        var dress = dress("equal");
        catalog.record(dress.from("b-mall").seen(NOW));
        catalog.record(dress.from("a-global").seen(NOW.minusSeconds(60)));
        assertThat(sources(product(dress))).isEqualTo("a-global b-mall");
    }

    @Test
    void whatIsOldIsShownOnlyWhenNothingFresherIs() {
        var dress = dress("old");
        catalog.record(dress.from("a-global").seen(NOW));
        catalog.record(dress.from("c-tbk").withoutVariants().seen(NOW.plus(Duration.ofHours(23))));
        assertThat(sources(product(dress))).isEqualTo("a-global c-tbk");
        catalog.record(dress.from("c-tbk").withoutVariants().seen(NOW.plus(Duration.ofHours(25))));
        assertThat(sources(product(dress))).isEqualTo("c-tbk a-global");
        catalog.record(dress.from("a-global").seen(NOW.plus(Duration.ofHours(26))));
        assertThat(sources(product(dress))).isEqualTo("a-global c-tbk");
    }

    @Test
    void whatOneSourceHasNoLongerIsShownAsAnotherShowsIt() {
        var dress = dress("gone");
        catalog.record(dress.from("a-global").seen(END.minusSeconds(60)));
        catalog.record(dress.from("c-tbk").withoutVariants().seen(END.minusSeconds(50)));
        assertThat(catalog.gone(dress.item(), "a-global")).isPresent();
        assertThat(product(dress).isGone()).isFalse();
        assertThat(product(dress).offer().source()).isEqualTo("c-tbk");
        assertThat(catalog.gone(dress.item(), "b-mall")).isEmpty();
        catalog.gone(dress.item(), "c-tbk");
        assertThat(product(dress).isGone()).isTrue();
    }

    @Test
    void aSourceThatIsNotSetUpAnyMoreIsLeftOutWhereThereIsAnother() {
        var dress = dress("closed");
        catalog.record(dress.from("former").seen(NOW));
        assertThat(sources(product(dress))).isEqualTo("former");
        catalog.record(dress.from("c-tbk").withoutVariants().seen(NOW));
        assertThat(sources(product(dress))).isEqualTo("c-tbk");
    }

    @Test
    void anOlderSightingOfOneSourceDoesNotTouchTheOthers() {
        var dress = dress("order");
        catalog.record(dress.from("a-global").seen(NOW.plusSeconds(60)));
        assertThat(catalog.record(dress.from("b-mall").seen(NOW))).isInstanceOf(Recorded.Unchanged.class);
        assertThat(catalog.record(dress.from("a-global").costing(1).seen(NOW.plusSeconds(30))))
                .isInstanceOf(Recorded.Older.class);
        assertThat(product(dress).priceFrom()).contains(Money.fen(3900));
    }

    @Test
    void listsHoldEachProductOnceInTheirOrder() {
        for (int n = 1; n <= 3; n++) {
            var dress = dress("list" + n).in("sources").sold(70_000 + n);
            catalog.record(dress.from("c-tbk").withoutVariants().seen(NOW));
            catalog.record(dress.from("a-global").seen(NOW));
        }
        assertThat(catalog.popular(3))
                .extracting(product -> product.item().itemId())
                .containsExactly("list3", "list2", "list1");
        assertThat(catalog.find(List.of(dress("list2").item(), dress("list1").item())))
                .extracting(SourcesTest::sources)
                .containsExactly("a-global c-tbk", "a-global c-tbk");
    }

    long versions(Product product, String source) {
        return DATABASE.jdbc()
                .sql("SELECT count(*) FROM catalog.version WHERE product_id = :id AND source = :source")
                .param("id", product.id().value())
                .param("source", source)
                .query(Long.class)
                .single();
    }
}
