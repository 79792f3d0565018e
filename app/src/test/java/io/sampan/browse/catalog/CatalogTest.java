package io.sampan.browse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class CatalogTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123456Z");

    final List<Object> told = new ArrayList<>();
    final Catalog catalog = TestCatalog.on(DATABASE, Clock.fixed(NOW.plusSeconds(3600), ZoneOffset.UTC), told::add);

    @Test
    void keepsAnOfferWhole() {
        var offer = Offers.dress("whole").seen(NOW);
        assertThat(catalog.record(offer)).isInstanceOf(Recorded.First.class);
        var product = catalog.find(offer.item()).orElseThrow();
        assertThat(product.offer()).isEqualTo(offer);
        assertThat(List.of(product.firstSeenAt(), product.checkedAt(), product.changedAt()))
                .containsOnly(NOW);
        assertThat(told).containsExactly(new ProductChanged(product.id(), offer.item()));
    }

    @Test
    void theSameOfferAgainOnlyMovesTheLastLook() {
        var dress = Offers.dress("again");
        var first = catalog.record(dress.seen(NOW)).product();
        told.clear();
        assertThat(catalog.record(dress.seen(NOW.plusSeconds(9)))).isInstanceOf(Recorded.Unchanged.class);
        assertThat(catalog.record(dress.seen(NOW.plusSeconds(9)))).isInstanceOf(Recorded.Unchanged.class);
        var product = catalog.find(first.item()).orElseThrow();
        assertThat(product.checkedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(product.changedAt()).isEqualTo(NOW);
        assertThat(told).isEmpty();
        assertThat(versions(product)).isEqualTo(1);
    }

    @Test
    void countersAreCarriedAlongWithoutAVersion() {
        var dress = Offers.dress("counters");
        catalog.record(dress.seen(NOW));
        told.clear();
        catalog.record(dress.sold(500).stocked(3).seen(NOW.plusSeconds(1)));
        var product = catalog.find(dress.item()).orElseThrow();
        assertThat(product.offer().sold()).isEqualTo(500);
        assertThat(product.offer().skus().getFirst().stock()).isEqualTo(3);
        assertThat(told).isEmpty();
        assertThat(versions(product)).isEqualTo(1);
    }

    @Test
    void aMovedPriceMakesAVersionAndAPointOfTheHistory() {
        var dress = Offers.dress("price");
        catalog.record(dress.seen(NOW));
        assertThat(catalog.find(dress.item())).isPresent();
        var changed = catalog.record(dress.costing(4200).seen(NOW.plusSeconds(5)));
        assertThat(changed)
                .isInstanceOfSatisfying(
                        Recorded.Changed.class, c -> assertThat(c.differences()).containsExactly(Difference.PRICE));
        assertThat(catalog.find(dress.item()).orElseThrow().priceFrom()).contains(Money.fen(4200));
        assertThat(catalog.priceHistory(dress.item()))
                .containsExactly(
                        new PricePoint(NOW, Money.fen(3900)), new PricePoint(NOW.plusSeconds(5), Money.fen(4200)));
        assertThat(versions(changed.product())).isEqualTo(2);
    }

    @Test
    void anOlderOfferNeverReplacesANewerOne() {
        var dress = Offers.dress("older");
        catalog.record(dress.costing(5000).seen(NOW.plusSeconds(60)));
        told.clear();
        assertThat(catalog.record(dress.costing(1).seen(NOW))).isInstanceOf(Recorded.Older.class);
        assertThat(catalog.find(dress.item()).orElseThrow().priceFrom()).contains(Money.fen(5000));
        assertThat(told).isEmpty();
    }

    @Test
    void aGoneItemStaysKnownAndMayComeBack() {
        var dress = Offers.dress("gone");
        catalog.record(dress.seen(NOW));
        catalog.gone(dress.item(), "fake");
        catalog.gone(dress.item(), "fake");
        assertThat(catalog.find(dress.item()).orElseThrow().isGone()).isTrue();
        assertThat(told).hasSize(2);
        catalog.record(dress.seen(NOW.plusSeconds(7200)));
        assertThat(catalog.find(dress.item()).orElseThrow().offer().onSale()).isTrue();
        catalog.gone(new ItemRef(MarketplaceId.TAOBAO, "neverSeen"), "fake");
        assertThat(catalog.find(new ItemRef(MarketplaceId.TAOBAO, "neverSeen"))).isEmpty();
    }

    @Test
    void anItemAskedForBeforeItIsKnownIsFoundOnceItIs() {
        var dress = Offers.dress("late");
        assertThat(catalog.find(dress.item())).isEmpty();
        catalog.record(dress.seen(NOW));
        assertThat(catalog.find(dress.item())).isPresent();
        assertThat(catalog.find(List.of(new ItemRef(MarketplaceId.TAOBAO, "unknown"), dress.item())))
                .extracting(Product::item)
                .containsExactly(dress.item());
    }

    @Test
    void aFollowerSeesEveryChangeOfManyWritersAtOnce() throws Exception {
        long start = end(0);
        var seen = new HashSet<String>();
        try (var writers = Executors.newFixedThreadPool(6)) {
            for (int n = 0; n < 120; n++) {
                var dress = Offers.dress("many" + n % 60).costing(1000 + n);
                writers.submit(() -> catalog.record(dress.seen(NOW)));
            }
            long cursor = start;
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (seen.size() < 60 && System.nanoTime() < end) {
                for (var change : catalog.changesAfter(cursor, 7)) {
                    assertThat(change.cursor()).isGreaterThan(cursor);
                    cursor = change.cursor();
                    seen.add(change.product().item().itemId());
                }
            }
        }
        assertThat(seen).hasSize(60);
    }

    @Test
    void listsAreOrderedCountedAndBounded() {
        for (int n = 1; n <= 5; n++) {
            catalog.record(Offers.dress("list" + n).in("lists").sold(90_000 + n).seen(NOW.plusSeconds(n)));
        }
        catalog.gone(Offers.dress("list5").item(), "fake");
        assertThat(catalog.popular(2)).extracting(p -> p.item().itemId()).containsExactly("list4", "list3");
        assertThat(catalog.categories()).anySatisfy(count -> {
            assertThat(count.category().id()).isEqualTo("lists");
            assertThat(count.products()).isEqualTo(4);
            assertThat(count.category().path().getLast().translations()).containsEntry("en", "Leaf lists");
        });
    }

    @Test
    void aCategoryKeepsItsNameWhenASourceKnowsOnlyItsNumber() {
        catalog.record(Offers.dress("named").in("named").seen(NOW));
        catalog.record(nameless(Offers.dress("nameless").in("named").seen(NOW.plusSeconds(1))));
        assertThat(catalog.categories())
                .filteredOn(count -> count.category().id().equals("named"))
                .singleElement()
                .satisfies(count -> {
                    assertThat(count.products()).isEqualTo(2);
                    assertThat(count.category().path()).hasSize(2);
                });
    }

    private static Offer nameless(Offer offer) {
        return new Offer(
                offer.item(),
                offer.title(),
                offer.link(),
                offer.shop(),
                new Offer.Category(offer.category().id(), List.of()),
                offer.pictures(),
                offer.attributes(),
                offer.tiers(),
                offer.skus(),
                offer.minOrderQuantity(),
                offer.statedWeightGrams(),
                offer.statedSizeMm(),
                offer.domesticFreight(),
                offer.hazards(),
                offer.availability(),
                offer.sold(),
                offer.source(),
                offer.seenAt());
    }

    @Test
    void whatWasSeenCannotBeRewrittenByTheApp() {
        catalog.record(Offers.dress("history").seen(NOW));
        assertThatThrownBy(() -> DATABASE.jdbc()
                        .sql("UPDATE catalog.version SET changes = ''")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        DATABASE.jdbc().sql("DELETE FROM catalog.price_point").update())
                .isInstanceOf(DataAccessException.class);
    }

    long end(long cursor) {
        var changes = catalog.changesAfter(cursor, Catalog.MOST_ROWS);
        return changes.isEmpty() ? cursor : end(changes.getLast().cursor());
    }

    long versions(Product product) {
        return DATABASE.jdbc()
                .sql("SELECT count(*) FROM catalog.version WHERE product_id = :id")
                .param("id", product.id().value())
                .query(Long.class)
                .single();
    }
}
