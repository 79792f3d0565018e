package io.sampan.browse.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.sampan.browse.catalog.Verdict.Believed;
import io.sampan.browse.catalog.Verdict.Confidence;
import io.sampan.browse.catalog.Verdict.Doubt;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.marketplace.TestMarketplaces;
import io.sampan.outside.marketplace.Words;
import io.sampan.people.identity.AccountId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What becomes of a price that is not believed: on a real database, from the first look to an operator's word. */
class HeldPricesTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    static final AccountId STAFF = new AccountId(UUID.randomUUID());
    static final Money FAKE = Money.fen(9_999_900);

    final List<Object> told = new ArrayList<>();
    final TestCatalog.Room room = TestCatalog.room(
            DATABASE, Clock.fixed(NOW.plusSeconds(86_400), ZoneOffset.UTC), told::add, TestMarketplaces.of());
    final Catalog catalog = room.catalog();

    private TestCatalog.Room aDayLater() {
        return TestCatalog.room(
                DATABASE, Clock.fixed(NOW.plus(Duration.ofDays(2)), ZoneOffset.UTC), told::add, TestMarketplaces.of());
    }

    private Product product(Offers offers) {
        return catalog.find(offers.item()).orElseThrow();
    }

    @Test
    void aHeldPriceIsNowhereButWithTheOperator() {
        var dress = Offers.dress("held").in("nowhere").costing(9_999_900);
        var product = catalog.record(dress.seen(NOW)).product();
        assertThat(product.priceFrom()).isEmpty();
        assertThat(product.offer().skus())
                .singleElement()
                .satisfies(sku -> assertThat(sku.price()).isNull());
        assertThat(catalog.priceHistory(dress.item())).isEmpty();
        assertThat(catalog.categories())
                .noneMatch(count -> count.category().id().equals("nowhere"));
        assertThat(product.offer().onSale()).as("it can be shown").isTrue();

        var waiting = room.held().item(dress.item()).orElseThrow();
        assertThat(waiting.held()).singleElement().satisfies(held -> {
            assertThat(held.price()).isEqualTo(FAKE);
            assertThat(held.doubt()).isEqualTo(Doubt.PLACEHOLDER);
            assertThat(held.since()).isEqualTo(NOW);
            assertThat(held.variants().getFirst().getFirst().value().chinese()).isEqualTo("红色");
        });
        assertThat(room.held().waiting(500)).extracting(HeldPrices.Item::item).contains(dress.item());
    }

    @Test
    void aPriceThatIsHeldNowTakesTheOldOneOffThePages() {
        var dress = Offers.dress("taken-off");
        catalog.record(dress.seen(NOW));
        told.clear();
        assertThat(catalog.record(dress.costing(390_000).seen(NOW.plusSeconds(60))))
                .isInstanceOfSatisfying(
                        Recorded.Changed.class,
                        changed -> assertThat(changed.product().priceFrom()).isEmpty());
        assertThat(told).hasAtLeastOneElementOfType(ProductChanged.class);
        assertThat(room.held()
                        .item(dress.item())
                        .orElseThrow()
                        .held()
                        .getFirst()
                        .before())
                .isEqualTo(Money.fen(3_900));
        catalog.record(dress.seen(NOW.plusSeconds(120)));
        assertThat(product(dress).priceFrom()).contains(Money.fen(3_900));
        assertThat(catalog.priceHistory(dress.item()))
                .extracting(PricePoint::priceFrom)
                .doesNotContain(Money.fen(390_000));
    }

    @Test
    void aSuddenPriceAsksForASecondLookAndIsBelievedByIt() {
        var dress = Offers.dress("sudden");
        catalog.record(dress.seen(NOW));
        told.clear();
        catalog.record(dress.costing(9_000).seen(NOW.plusSeconds(60)));
        var again = NOW.plusSeconds(60).plus(PriceRules.USUAL.lookAgainAfter());
        assertThat(told).contains(new PriceDoubted(dress.item(), again));
        catalog.record(dress.costing(9_000).seen(again));
        assertThat(product(dress).priceFrom()).contains(Money.fen(9_000));
        assertThat(room.held().item(dress.item()).orElseThrow().held()).isEmpty();
    }

    @Test
    void aReleasedPriceIsBelievedFromThenOnAndItIsKeptWhoSaidSo() {
        var dress = Offers.dress("released").costing(9_999_900);
        catalog.record(dress.seen(NOW));
        assertThat(room.held().release(dress.item(), FAKE, STAFF)).isTrue();
        assertThat(product(dress).priceFrom()).contains(FAKE);
        assertThat(product(dress).sightings().getFirst().verdict("k1")).contains(new Believed(Confidence.CONFIRMED));
        catalog.record(dress.seen(NOW.plusSeconds(600)));
        assertThat(product(dress).priceFrom()).contains(FAKE);
        var item = room.held().item(dress.item()).orElseThrow();
        assertThat(item.held()).isEmpty();
        assertThat(item.words()).singleElement().satisfies(word -> {
            assertThat(word.by()).isEqualTo(STAFF);
            assertThat(word.released()).isTrue();
        });
        catalog.record(dress.costing(8_888_800).seen(NOW.plusSeconds(700)));
        assertThat(product(dress).priceFrom())
                .as("the word was about another amount")
                .isEmpty();
        assertThatThrownBy(() -> DATABASE.jdbc()
                        .sql("UPDATE catalog.price_word SET released = false")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aKeptPriceWaitsForNobodyAndCanStillBeReleased() {
        var dress = Offers.dress("kept").costing(9_999_900);
        catalog.record(dress.seen(NOW));
        room.held().keep(dress.item(), FAKE, STAFF);
        assertThat(product(dress).priceFrom()).isEmpty();
        assertThat(room.held().waiting(500)).extracting(HeldPrices.Item::item).doesNotContain(dress.item());
        assertThat(room.held().kept(500)).extracting(HeldPrices.Item::item).contains(dress.item());
        var later = aDayLater();
        later.held().release(dress.item(), FAKE, STAFF);
        assertThat(later.catalog().find(dress.item()).orElseThrow().priceFrom()).contains(FAKE);
        assertThat(room.held().release(Offers.dress("nobody-knows-it").item(), FAKE, STAFF))
                .isFalse();
    }

    @Test
    void whatACategoryCostsIsLearntAndWhatWasBelievedForLackOfItIsJudgedAgain() {
        var odd = Offers.dress("learn-odd").in("learnt").costing(700_000);
        catalog.record(odd.seen(NOW));
        assertThat(product(odd).sightings().getFirst().verdict("k1")).contains(new Believed(Confidence.ALONE));
        for (int n = 0; n < 30; n++) {
            catalog.record(Offers.dress("learn" + n)
                    .in("learnt")
                    .costing(2_500 + 150 * n)
                    .seen(NOW));
        }
        var later = aDayLater();
        later.learnAndJudgeAgain();
        assertThat(later.catalog().find(odd.item()).orElseThrow().priceFrom()).isEmpty();
        assertThat(later.held().item(odd.item()).orElseThrow().range().known()).isEqualTo(31);
        assertThat(later.catalog()
                        .find(Offers.dress("learn3").item())
                        .orElseThrow()
                        .sightings()
                        .getFirst()
                        .verdict("k1"))
                .contains(new Believed(Confidence.USUAL));
    }

    @Test
    void anOfferWithoutABelievedPriceGivesWayToOneWithOne() {
        var dress = Offers.dress("gives-way");
        catalog.record(dress.from("a").costing(9_999_900).seen(NOW));
        catalog.record(dress.from("b").withoutVariants().costing(4_000).seen(NOW.plusSeconds(60)));
        assertThat(product(dress).offer().source()).isEqualTo("b");
        assertThat(product(dress).priceFrom()).contains(Money.fen(4_000));
        assertThat(product(dress).offering("k1").orElseThrow().source()).isEqualTo("a");
    }

    @Test
    void whatWasToldBeforeThereWasAJudgeIsShownOnceItIsJudged() {
        var dress = Offers.dress("legacy");
        catalog.record(dress.seen(NOW));
        DATABASE.jdbc()
                .sql("UPDATE catalog.offer SET prices = NULL, undecided = true, judged_at = '2000-01-01T00:00:00Z'")
                .update();
        var fresh = aDayLater();
        assertThat(fresh.catalog().find(dress.item()).orElseThrow().priceFrom()).isEmpty();
        fresh.learnAndJudgeAgain();
        assertThat(fresh.catalog().find(dress.item()).orElseThrow().priceFrom()).contains(Money.fen(3_900));
    }

    @Test
    void ofAMarketplacesOwnSearchOnlyBelievablePricesAreBelieved() {
        var found = new ArrayList<Listing>();
        IntStream.range(0, 15).forEach(n -> found.add(listing("l" + n, "连衣裙", 4_000 + 300 * n)));
        found.add(listing("decoy", "连衣裙", 999_900));
        found.add(listing("fen", "连衣裙", 450_000));
        found.add(listing("cheap", "连衣裙", 45));
        found.add(listing("deposit", "连衣裙 定金链接", 4_500));
        found.add(listing("freight", "补差价专拍", 4_500));
        assertThat(catalog.believed(found))
                .hasSize(15)
                .allMatch(one -> one.item().itemId().startsWith("l"));
        assertThat(catalog.believed(List.of())).isEmpty();
    }

    private static Listing listing(String id, String title, long fen) {
        return new Listing(
                Offers.dress(id).item(),
                Words.chinese(title),
                URI.create("https://pictures.example/" + id),
                Money.fen(fen),
                1);
    }

    @Test
    void onlyWhoLooksAtMarketplacesMeetsWhatTheyToldUnjudged() {
        var offers = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.sampan");
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.sampan.outside.marketplace..", "io.sampan.browse.freshness..", "io.sampan.browse.request..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Fetched.Found.class.getName())
                .check(offers);
    }
}
