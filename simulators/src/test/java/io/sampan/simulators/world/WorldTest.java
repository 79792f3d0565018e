package io.sampan.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sampan.simulators.kernel.Books;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorldTest {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final World WORLD = world(World.USUAL_SEED);

    static World world(long seed) {
        return new World(seed, World.USUAL_OFFERS, Books.inMemory(), () -> NOW);
    }

    @Test
    void theSameSeedGivesTheSameWorldAndAnotherSeedAnother() {
        World again = world(World.USUAL_SEED);
        assertThat(again.listings()).isEqualTo(WORLD.listings());
        for (int i = 0; i < 24_000; i += 1_111) {
            assertThat(again.offer(again.listings().get(i)))
                    .isEqualTo(WORLD.offer(WORLD.listings().get(i)));
        }
        assertThat(world(7).listings().getFirst()).isNotEqualTo(WORLD.listings().getFirst());
    }

    @Test
    void isLargeAndVaried() {
        assertThat(WORLD.listings()).hasSizeGreaterThanOrEqualTo(20_000);
        assertThat(WORLD.categories().leaves()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(WORLD.listings().stream().map(Listing::category).distinct()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(WORLD.listings().stream().map(Listing::shop).distinct()).hasSizeGreaterThanOrEqualTo(2_000);
        assertThat(WORLD.listings().stream().map(Listing::key).distinct())
                .hasSize(WORLD.listings().size());
    }

    @Test
    void titlesAreAlmostAllUniqueAndReadable() {
        Set<String> zh = new HashSet<>();
        Set<String> en = new HashSet<>();
        for (Listing listing : WORLD.listings()) {
            zh.add(listing.title().zh());
            en.add(listing.title().en());
            assertThat(listing.title().zh()).hasSizeBetween(6, 60).matches(".*[一-鿿].*");
            assertThat(listing.title().en()).doesNotContain("  ").matches("[\\p{Alnum}\\p{Punct}°×é ]+");
            assertThat(listing.title().en().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContainPattern("(?<![-\\w])(\\w{4,}) \\1\\b");
        }
        assertThat(zh.size()).isGreaterThan(WORLD.listings().size() * 97 / 100);
        assertThat(en.size()).isGreaterThan(WORLD.listings().size() * 93 / 100);
    }

    @Test
    void everySampledOfferCanBeSold() {
        for (int i = 0; i < WORLD.listings().size(); i += 37) {
            Listing listing = WORLD.listings().get(i);
            Offer offer = WORLD.offer(listing);
            assertThat(offer.skus()).hasSizeBetween(2, 24).allSatisfy(sku -> {
                assertThat(sku.fen()).isPositive().isLessThanOrEqualTo(sku.listFen());
                assertThat(sku.specId()).matches("[0-9a-f]{32}");
                assertThat(sku.grams()).isPositive();
            });
            assertThat(offer.skus().stream().map(Offer.Sku::id).distinct())
                    .hasSize(offer.skus().size());
            assertThat(String.valueOf(listing.id()))
                    .matches(
                            switch (listing.marketplace()) {
                                case ALI1688 -> "6\\d{11}";
                                case TAOBAO -> "7\\d{11}";
                                case JD -> listing.shop().selfRun() ? "100\\d{7}" : "100\\d{9}";
                                case PINDUODUO -> "3\\d{11}";
                            });
            assertThat(offer.minQuantity()).isPositive();
            assertThat(offer.parcel().size().length()).isPositive();
        }
    }

    @Test
    void sellersStateWeightsThatAreMissingOrWrongAtTimes() {
        List<Offer> offers =
                WORLD.listings().stream().limit(3_000).map(WORLD::offer).toList();
        long missing = offers.stream().filter(o -> o.statedGrams() == null).count();
        long wrong = offers.stream()
                .filter(o -> o.statedGrams() != null
                        && Math.abs(o.statedGrams() - o.parcel().grams()) > 20)
                .count();
        assertThat(missing).isBetween(200L, 500L);
        assertThat(wrong).isBetween(100L, 500L);
    }

    @Test
    void fewOffersSellMost() {
        var sold = WORLD.listings().stream()
                .map(Listing::sold)
                .sorted((a, b) -> b - a)
                .toList();
        double all = sold.stream().mapToInt(n -> n).sum();
        double top = sold.stream().limit(sold.size() / 10).mapToInt(n -> n).sum();
        assertThat(top / all).isGreaterThan(0.5);
    }

    @Test
    void onJdEverySkuIsAnItemAndKnowsItsSiblings() {
        List<Listing> jd = WORLD.listings(Marketplace.JD);
        assertThat(jd).hasSize(World.USUAL_OFFERS / 5).anyMatch(l -> l.shop().selfRun());
        assertThat(jd).anyMatch(l -> !l.shop().selfRun());
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < jd.size(); i += 7) {
            Listing listing = jd.get(i);
            assertThat(listing.title().zh()).startsWith(listing.shop().brand().zh() + "（");
            for (Offer.Sku sku : WORLD.offer(listing).skus()) {
                assertThat(numbers.add(sku.id())).isTrue();
                assertThat(JdNumbers.listing(sku.id())).isEqualTo(listing.id());
                assertThat(String.valueOf(sku.id())).hasSize(listing.shop().selfRun() ? 12 : 14);
            }
        }
    }

    @Test
    void onPinduoduoBuyingAloneIsDearerThanInAGroup() {
        List<Listing> goods = WORLD.listings(Marketplace.PINDUODUO);
        assertThat(goods).hasSize(World.USUAL_OFFERS / 5);
        int dearer = 0;
        int seen = 0;
        for (int i = 0; i < goods.size(); i += 11) {
            assertThat(goods.get(i).title().zh()).startsWith("【");
            Offer offer = WORLD.offer(goods.get(i));
            dearer += offer.skus().stream().allMatch(sku -> sku.listFen() > sku.fen()) ? 1 : 0;
            seen++;
        }
        assertThat(dearer).isGreaterThan(seen * 8 / 10);
    }

    @Test
    void findsGoodsWithWordsOfBothLanguages() {
        finds(Marketplace.ALI1688, "连衣裙", "dress");
        finds(Marketplace.TAOBAO, "dress", "dress");
        finds(Marketplace.ALI1688, "ceramic mug", "mug");
        finds(Marketplace.ALI1688, "保温杯", "vacuum flask");
        finds(Marketplace.TAOBAO, "真丝旗袍", "qipao dress");
        finds(Marketplace.JD, "连衣裙", "dress");
        finds(Marketplace.PINDUODUO, "保温杯", "vacuum flask");
        assertThat(WORLD.find(Query.words(Marketplace.TAOBAO, "zzzqqq"))).isEmpty();
    }

    static void finds(Marketplace marketplace, String words, String noun) {
        List<Listing> found = WORLD.find(Query.words(marketplace, words));
        assertThat(found.size()).isGreaterThan(5);
        assertThat(found.stream().limit(6))
                .as(words)
                .allMatch(l -> l.category().goods().noun().contains(noun));
        assertThat(found).allMatch(listing -> listing.marketplace() == marketplace);
    }

    @Test
    void searchKeepsToCategoryPricesAndOrder() {
        Category mugs = WORLD.categories().leaves().stream()
                .filter(c -> c.name().en().equals("Mugs"))
                .findFirst()
                .orElseThrow();
        var query = new Query(Marketplace.TAOBAO, "", mugs.id(), 0, 1500, 4000, Query.Order.PRICE_UP);
        List<Listing> found = WORLD.find(query);
        assertThat(found).isNotEmpty().allSatisfy(listing -> {
            assertThat(listing.category()).isEqualTo(mugs);
            assertThat(WORLD.fen(listing)).isBetween(1500L, 4000L);
        });
        assertThat(found.stream().map(WORLD::fen).toList()).isSorted();
        assertThat(WORLD
                        .find(new Query(
                                Marketplace.TAOBAO, "mug", mugs.topId(), 0, 0, Long.MAX_VALUE, Query.Order.SALES_DOWN))
                        .stream()
                        .map(l -> -l.sold())
                        .toList())
                .isSorted();
    }

    @Test
    void pricesStockAndListingsMoveWithTheClockAndStandStillWithIt() {
        int moved = 0;
        int restocked = 0;
        int left = 0;
        for (int i = 0; i < 2_000; i++) {
            Listing listing = WORLD.listings().get(i * 11);
            Offer now = WORLD.offer(listing, NOW);
            Offer later = WORLD.offer(listing, NOW.plus(Duration.ofDays(20)));
            assertThat(WORLD.offer(listing, NOW)).isEqualTo(now);
            moved += now.lowestFen() != later.lowestFen() ? 1 : 0;
            restocked += now.stock() != later.stock() ? 1 : 0;
            left += now.status() != later.status() ? 1 : 0;
        }
        assertThat(moved).isBetween(400, 1_700);
        assertThat(restocked).isGreaterThan(1_800);
        assertThat(left).isBetween(1, 200);
    }

    @Test
    void whatIsBoughtOrDoneByHandIsKept() {
        Books books = Books.inMemory();
        World world = new World(1, 400, books, () -> NOW);
        Listing listing = world.listings().getFirst();
        Offer before = world.offer(listing);
        Offer.Sku sku =
                before.skus().stream().filter(s -> s.stock() > 0).findFirst().orElseThrow();
        assertThat(world.take(listing, sku.id(), sku.stock())).isTrue();
        assertThat(world.take(listing, sku.id(), 1)).isFalse();
        world.putBack(listing, sku.id(), 1);
        assertThat(world.take(listing, sku.id(), 1)).isTrue();
        world.movePrice(listing, 0, 1.5);
        assertThat((double) world.offer(listing).lowestFen())
                .isCloseTo(before.lowestFen() * 1.5, within(before.lowestFen() * 0.06));
        world.list(listing, false);
        assertThat(world.offer(listing).status()).isEqualTo(Offer.Status.OFF);
        world.setStock(listing, 0, 0);
        assertThat(world.offer(listing).stock()).isZero();
    }

    @Test
    void everyKindOfGoodsHasPicturesThatAreSmallAndWellFormed() throws Exception {
        var pictures = new Pictures();
        var builder = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
        var byCategory = WORLD.listings().stream().collect(Collectors.groupingBy(Listing::category));
        for (List<Listing> listings : byCategory.values()) {
            Offer offer = WORLD.offer(listings.getFirst());
            for (int n = 1; n <= Pictures.VIEWS; n++) {
                String svg = pictures.draw(offer, n, offer.skus().getFirst().colour());
                assertThat(svg.length()).isLessThan(4_096);
                builder.parse(new java.io.ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                assertThat(svg).doesNotContain("$");
            }
        }
    }
}
