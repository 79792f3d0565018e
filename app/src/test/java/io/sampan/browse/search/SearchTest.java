package io.sampan.browse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Offers;
import io.sampan.browse.catalog.TestCatalog;
import io.sampan.browse.freshness.FreshnessOfATest;
import io.sampan.browse.search.SearchRequest.Filter;
import io.sampan.browse.search.SearchRequest.Sort;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.outside.marketplace.TestMarketplaces;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Catalog CATALOG = TestCatalog.on(DATABASE, Clock.fixed(NOW.plusSeconds(600), ZoneOffset.UTC));
    static final ProductIndex INDEX = index();
    static final Following FOLLOWING = new Following(CATALOG, INDEX);

    final ShelfMarketplace shelf = new ShelfMarketplace(MarketplaceId.TAOBAO);
    final Search search = search(Duration.ofMillis(300));

    Search search(Duration limit) {
        return search(limit, 1000);
    }

    Search search(Duration limit, int questions) {
        var settings =
                new SearchSettings(limit, 16, Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofSeconds(1));
        var marketplaces = TestMarketplaces.of(shelf);
        var freshness = FreshnessOfATest.on(DATABASE, marketplaces, Clock.fixed(NOW, ZoneOffset.UTC), questions);
        return new Search(CATALOG, INDEX, new Elsewhere(CATALOG, marketplaces, freshness, settings), settings);
    }

    static ProductIndex index() {
        try {
            return new ProductIndex();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void aSmallShop() {
        stock(Offers.dress("dress1").costing(3900).sold(100), 1);
        stock(
                Offers.dress("dress2")
                        .titled("法式碎花连衣裙女长袖秋季", "French floral dresses long sleeve")
                        .costing(8900)
                        .sold(30_000),
                2);
        stock(
                Offers.dress("jeans")
                        .titled("高腰牛仔裤女显瘦小脚裤", "High waist jeans women slim")
                        .in("c2")
                        .costing(5900),
                3);
        stock(
                Offers.dress("mug")
                        .titled("陶瓷马克杯带盖勺 350ml", "Ceramic mug with lid and spoon Café")
                        .in("c3")
                        .costing(1290),
                4);
        stock(
                Offers.dress("buds")
                        .titled("小米Air3无线降噪蓝牙耳机", "Xiaomi Air3 wireless earbuds")
                        .in("c4")
                        .costing(12900),
                5);
        stock(
                Offers.dress("tb")
                        .at(MarketplaceId.TAOBAO)
                        .titled("儿童连衣裙公主", "Girls princess dress")
                        .in("c1")
                        .costing(4500),
                6);
        FOLLOWING.tend();
    }

    static void stock(Offers offers, int minute) {
        CATALOG.record(offers.seen(NOW.plusSeconds(60L * minute)));
    }

    Results find(String words) {
        return search.find(new SearchRequest(words, Filter.NONE, Sort.RELEVANCE, 1, 24, Locale.ENGLISH, false));
    }

    Results find(String words, Filter filter, Sort sort) {
        return search.find(new SearchRequest(words, filter, sort, 1, 24, Locale.ENGLISH, false));
    }

    @Test
    void findsWhatOnlyShowsAPrice() {
        var lantern = Offers.dress("lantern")
                .titled("黄铜灯笼", "Brass lantern")
                .withoutVariants()
                .costing(8800);
        stock(lantern, 7);
        FOLLOWING.tend();
        var card = find("brass lantern").cards().getFirst();
        assertThat(card.item()).isEqualTo(lantern.item());
        assertThat(card.priceFrom()).isEqualTo(Money.fen(8800));
        CATALOG.gone(lantern.item(), "fake");
        FOLLOWING.tend();
    }

    static List<String> ids(List<Card> cards) {
        return cards.stream().map(card -> card.item().itemId()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "牛仔裤, jeans",
        "牛仔, jeans",
        "马克杯, mug",
        "馬克杯, mug",
        "CERAMIC MUG, mug",
        "ｍｕｇ, mug",
        "cafe, mug",
        "café, mug",
        "mugs, mug",
        "350ML, mug",
        "蓝牙耳机, buds",
        "無線降噪, buds",
        "air3, buds",
        "小米 earbuds, buds",
        "red:mug, mug"
    })
    void findsGoodsByWordsOfEitherLanguageHoweverTheyAreWritten(String words, String item) {
        var found = find(words);
        assertThat(ids(found.cards())).containsExactly(item);
        assertThat(found.loosened()).isFalse();
    }

    @Test
    void findsByWhatTheAttributesAndCategoriesSayToo() {
        assertThat(ids(find("cotton mug").cards())).containsExactly("mug");
        assertThat(find("Women's clothing").total()).isEqualTo(6);
    }

    @Test
    void wantsAllWordsAndTakesSomeOnlyWhenNothingHasAll() {
        assertThat(ids(find("French dress").cards())).containsExactlyInAnyOrder("dress1", "dress2");
        var loose = find("ceramic mug spaceship");
        assertThat(ids(loose.cards())).containsExactly("mug");
        assertThat(loose.loosened()).isTrue();
        var nothing = find("spaceship zeppelin");
        assertThat(nothing.cards()).isEmpty();
        assertThat(nothing.loosened()).isFalse();
        assertThat(nothing.pages()).isEqualTo(1);
    }

    @Test
    void aNounIsFoundInCompoundsThatDropItsSuffix() {
        var mugs = find("杯子");
        assertThat(ids(mugs.cards())).containsExactly("mug");
        assertThat(mugs.loosened()).isTrue();
        assertThat(find("鞋子").cards()).isEmpty();
    }

    @Test
    void whatSellsWellComesFirstAmongWhatFitsAlike() {
        assertThat(ids(find("连衣裙").cards()).getFirst()).isEqualTo("dress2");
        assertThat(Rank.of(1, 22_025)).isCloseTo(2.0, org.assertj.core.data.Offset.offset(0.001));
        assertThat(Rank.of(1, -1)).isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dress AND (",
                "\"",
                "title:*",
                "*",
                "a OR b AND NOT c",
                "[1 TO 2]",
                "\\",
                "~~~",
                "dress^1000000",
                "/.*/",
                "'; DROP TABLE x; --",
                "\0\7",
                "🙂",
                "AND"
            })
    void nothingThatIsTypedIsSyntax(String words) {
        assertThat(find(words).total()).isLessThanOrEqualTo(6);
    }

    @Test
    void marksAloneFindNothingWhileNoWordsAtAllFindEverything() {
        assertThat(find("***").total()).isZero();
        assertThat(find("title:jeans").cards()).isEqualTo(find("title jeans").cards());
        assertThat(find("").total()).isEqualTo(6);
    }

    @Test
    void filtersByMarketplaceCategoryAndPrice() {
        var taobao =
                new Filter(Optional.of(MarketplaceId.TAOBAO), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(ids(find("连衣裙", taobao, Sort.RELEVANCE).cards())).containsExactly("tb");
        var category =
                new Filter(Optional.of(MarketplaceId.ALI1688), Optional.of("c1"), Optional.empty(), Optional.empty());
        assertThat(ids(find("", category, Sort.PRICE_UP).cards())).containsExactly("dress1", "dress2");
        var price = new Filter(
                Optional.empty(), Optional.empty(), Optional.of(Money.fen(3900)), Optional.of(Money.fen(5900)));
        assertThat(ids(find("", price, Sort.PRICE_DOWN).cards())).containsExactly("jeans", "tb", "dress1");
        assertThat(ids(find("", Filter.NONE, Sort.NEWEST).cards())).startsWith("tb", "buds", "mug");
        assertThatThrownBy(() -> new Filter(
                        Optional.empty(), Optional.empty(), Optional.of(Money.of(1, "EUR")), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pagesAreBoundedAndCoverAllWithoutRepeating() {
        var first = search.find(new SearchRequest("", Filter.NONE, Sort.PRICE_UP, 1, 4, Locale.ENGLISH, false));
        var second = search.find(new SearchRequest("", Filter.NONE, Sort.PRICE_UP, 2, 4, Locale.ENGLISH, false));
        assertThat(first.pages()).isEqualTo(2);
        assertThat(ids(first.cards())).containsExactly("mug", "dress1", "tb", "jeans");
        assertThat(ids(second.cards())).containsExactly("dress2", "buds");
        var beyond = new SearchRequest("x".repeat(5000), Filter.NONE, Sort.PRICE_UP, 999, 999, Locale.ENGLISH, false);
        assertThat(List.of(beyond.words().length(), beyond.page(), beyond.size()))
                .containsExactly(200, 40, 24);
        assertThat(search.find(new SearchRequest("", Filter.NONE, Sort.PRICE_UP, -3, 0, Locale.ENGLISH, false))
                        .cards())
                .hasSize(1);
        assertThat(find("word ".repeat(60)).total()).isZero();
    }

    @Test
    void followsTheCatalogue() {
        var vase = Offers.dress("vase").titled("景德镇花瓶", "Porcelain vase").in("c9");
        assertThat(find("vase").total()).isZero();
        stock(vase, 7);
        FOLLOWING.tend();
        FOLLOWING.tend();
        assertThat(find("花瓶").total()).isEqualTo(1);
        CATALOG.record(vase.titled("景德镇茶壶", "Porcelain teapot").seen(NOW.plusSeconds(480)));
        FOLLOWING.tend();
        assertThat(find("vase").total()).isZero();
        assertThat(find("teapot").cards().getFirst().checkedAt()).contains(NOW.plusSeconds(480));
        CATALOG.gone(vase.item(), "fake");
        FOLLOWING.tend();
        assertThat(find("teapot").total()).isZero();
    }

    @Test
    void anotherNodeBuildsTheSameIndexFromTheFirstChangeOn() throws IOException {
        try (var second = closing(new ProductIndex())) {
            new Following(CATALOG, second.index()).tend();
            var request = SearchOfATest.first("连衣裙", Locale.CHINESE);
            assertThat(second.index().find(Question.all(request), Sort.RELEVANCE, 0, 24))
                    .isEqualTo(INDEX.find(Question.all(request), Sort.RELEVANCE, 0, 24));
        }
    }

    record Closing(ProductIndex index) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            index.destroy();
        }
    }

    static Closing closing(ProductIndex index) {
        return new Closing(index);
    }

    @Test
    void asksTheMarketplacesBesideAndShowsEachItemOnce() {
        shelf.put("tb", () -> Offers.dress("tb").at(MarketplaceId.TAOBAO).seen(NOW));
        shelf.put("new", () -> Offers.dress("new").at(MarketplaceId.TAOBAO).seen(NOW));
        var found = search.find(SearchOfATest.first("连衣裙", Locale.ENGLISH));
        assertThat(ids(found.cards())).contains("tb", "dress1");
        assertThat(ids(found.elsewhere())).containsExactly("new");
        assertThat(found.elsewhere().getFirst().checkedAt()).isEmpty();
        assertThat(found.sources()).containsExactly(new Results.Source(MarketplaceId.TAOBAO, Results.Answered.YES));
        search.find(SearchOfATest.first("连衣裙", Locale.ENGLISH));
        assertThat(shelf.searched).as("the answer serves the same words again").hasSize(1);
    }

    @Test
    void whatAMarketplaceFindsInItsOwnWayIsShownAsTheCatalogueKnowsIt() {
        shelf.put("tb", () -> Offers.dress("tb").at(MarketplaceId.TAOBAO).seen(NOW));
        var found = search.find(SearchOfATest.first("robe de princesse", Locale.FRENCH));
        assertThat(found.cards()).isEmpty();
        assertThat(found.elsewhere()).hasSize(1);
        assertThat(found.elsewhere().getFirst().priceFrom()).isEqualTo(Money.fen(4500));
    }

    @Test
    void whatHasNoBelievablePriceIsNotFoundHereOrElsewhere() {
        var kimono = Offers.dress("kimono").titled("和服浴衣", "Kimono yukata").in("kimonos");
        CATALOG.record(kimono.costing(9_999_900).seen(NOW));
        shelf.put(
                "fake",
                () -> Offers.dress("fake")
                        .at(MarketplaceId.TAOBAO)
                        .titled("和服浴衣", "Kimono yukata")
                        .costing(999_900)
                        .seen(NOW));
        FOLLOWING.tend();
        var found = search.find(new SearchRequest("kimono", Filter.NONE, Sort.RELEVANCE, 1, 24, Locale.ENGLISH, true));
        assertThat(found.cards()).isEmpty();
        assertThat(found.elsewhere()).isEmpty();
        CATALOG.record(kimono.costing(9_900).seen(NOW.plusSeconds(1)));
        FOLLOWING.tend();
        assertThat(ids(search.find(
                                new SearchRequest("kimono", Filter.NONE, Sort.RELEVANCE, 1, 24, Locale.ENGLISH, true))
                        .cards()))
                .containsExactly("kimono");
    }

    @Test
    void aSilentOrBrokenMarketplaceCostsOnlyItsOwnCards() {
        shelf.searching = query -> {
            sleep();
            return new Searched.Page(List.of(), 0);
        };
        long start = System.nanoTime();
        var found = search(Duration.ofMillis(100)).find(SearchOfATest.first("jeans", Locale.ENGLISH));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
        assertThat(ids(found.cards())).containsExactly("jeans");
        assertThat(found.sources()).containsExactly(new Results.Source(MarketplaceId.TAOBAO, Results.Answered.SILENT));
        shelf.searching = query -> {
            throw new IllegalStateException("a bug");
        };
        assertThat(search.find(SearchOfATest.first("jeans", Locale.ENGLISH)).sources())
                .containsExactly(new Results.Source(MarketplaceId.TAOBAO, Results.Answered.SILENT));
    }

    @Test
    void visitorsSearchesCannotUseUpAMarketplacesQuota() {
        var found = search(Duration.ofMillis(300), 0).find(SearchOfATest.first("jeans", Locale.ENGLISH));
        assertThat(shelf.searched).isEmpty();
        assertThat(ids(found.cards())).containsExactly("jeans");
        assertThat(found.sources()).containsExactly(new Results.Source(MarketplaceId.TAOBAO, Results.Answered.SILENT));
    }

    @Test
    void aProductThatCannotBeIndexedHoldsNobodyUp() {
        stock(Offers.dress("poison").in("c".repeat(40_000)), 7);
        stock(Offers.dress("kite").titled("风筝", "Kite").in("c5"), 8);
        FOLLOWING.tend();
        assertThat(ids(find("kite").cards())).containsExactly("kite");
        CATALOG.gone(new ItemRef(MarketplaceId.ALI1688, "kite"), "fake");
        FOLLOWING.tend();
    }

    @Test
    void laterPagesAndCategoriesAskNobodyElse() {
        search.find(new SearchRequest("dress", Filter.NONE, Sort.RELEVANCE, 2, 24, Locale.ENGLISH, true));
        search.find(new SearchRequest("", Filter.NONE, Sort.RELEVANCE, 1, 24, Locale.ENGLISH, true));
        assertThat(shelf.searched).isEmpty();
    }

    @Test
    void similarGoodsAreOfTheSameKindFirstAndNeverTheProductItself() {
        var dress = CATALOG.find(new ItemRef(MarketplaceId.ALI1688, "dress1")).orElseThrow();
        var similar = ids(search.similar(dress, 3));
        assertThat(similar).startsWith("dress2").doesNotContain("dress1").hasSizeLessThanOrEqualTo(3);
        assertThat(similar).contains("tb");
    }

    static void sleep() {
        try {
            Thread.sleep(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
