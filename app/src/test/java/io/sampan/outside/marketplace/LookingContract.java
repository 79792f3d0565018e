package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.sampan.money.amount.Money;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What every connector does that shows goods. */
public interface LookingContract extends ContractGround {
    /** Colours that goods have. */
    Color BRICK = new Color(0xb8453a);

    Color INK = new Color(0x35507a);

    @Test
    @Needs(Capability.SEARCH)
    default void findsGoodsAndSaysWhatTheyCostAtLeast() {
        assertThat(page().listings()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.priceFrom().isPositive()).isTrue();
            assertThat(row.title().chinese()).isNotBlank();
            assertThat(row.title().speaks(java.util.Locale.ENGLISH)).isEqualTo(translates());
        });
    }

    @Test
    @Needs(Capability.SEARCH)
    default void sortsByPrice() {
        var query = new Searched.Query(words(), "en", 1, 20, Searched.Order.PRICE_UP);
        var prices = ((Searched.Page) stand().connector().search(query))
                .listings().stream().map(Searched.Listing::priceFrom).toList();
        assertThat(prices).isSorted();
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL, Capability.SKU_STOCK})
    default void showsAnItemWithAllThatAnOrderNeeds() {
        var offer = offer();
        assertThat(offer.pictures()).isNotEmpty();
        assertThat(offer.shop().id()).isNotBlank();
        assertThat(offer.skus()).allSatisfy(sku -> {
            assertThat(sku.orderKey()).isNotBlank();
            assertThat(sku.price().currency()).isEqualTo(Money.CNY);
            assertThat(sku.options()).isNotEmpty();
        });
    }

    @Test
    @Needs(Capability.DETAIL)
    default void anItemThatNobodySellsIsGone() {
        assertThat(stand().connector().fetch(nobodysItem(), "en"))
                .isEqualTo(new Fetched.Gone(new ItemRef(stand().connector().id(), nobodysItem())));
    }

    @Test
    @Needs(Capability.SEARCH)
    default void asksLaterWhenNobodyAnswersInTime() {
        assertThat(page().listings()).isNotEmpty();
        stand().world().arm("*", "DELAY", 4000);
        assertThat(stand().connector().search(new Searched.Query(words(), "en", 1, 5, Searched.Order.RELEVANCE)))
                .isInstanceOf(Searched.Later.class);
    }

    @Test
    @Needs(Capability.SEARCH)
    default void itsPagesFollowEachOtherWithoutRepeating() {
        var first = rows(words(), 1, 5, Searched.Order.SALES);
        var second = rows(words(), 2, 5, Searched.Order.SALES);
        assertThat(first)
                .hasSizeLessThanOrEqualTo(5)
                .extracting(Searched.Listing::item)
                .doesNotHaveDuplicates();
        assertThat(second)
                .extracting(Searched.Listing::item)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        first.stream().map(Searched.Listing::item).toList());
    }

    @Test
    @Needs(Capability.SEARCH)
    default void asksForTheSamePageTwiceAndFindsTheSame() {
        assertThat(rows(words(), 1, 10, Searched.Order.PRICE_UP))
                .extracting(Searched.Listing::item)
                .containsExactlyElementsOf(rows(words(), 1, 10, Searched.Order.PRICE_UP).stream()
                        .map(Searched.Listing::item)
                        .toList());
    }

    @Test
    @Needs(Capability.SEARCH)
    default void wordsThatNothingHasFindNothing() {
        assertThat(rows("zqxjkvzqxjkv", 1, 10, Searched.Order.RELEVANCE)).isEmpty();
    }

    @Test
    @Needs(Capability.SEARCH)
    default void whateverIsTypedIsOnlyWords() {
        for (var typed : List.of(
                "\"'&=+%<>#;{}[]", "&method=taobao.user.get&app_key=1", "连衣裙\n\u0000\t裙", "🎁", "a".repeat(200))) {
            assertThat(search(typed, 1, 5, Searched.Order.RELEVANCE)).as(typed).isInstanceOf(Searched.Page.class);
        }
    }

    @Test
    @Needs(Capability.SEARCH)
    default void sortsByPriceDownwards() {
        assertThat(rows(words(), 1, 20, Searched.Order.PRICE_DOWN))
                .extracting(Searched.Listing::priceFrom)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void aCardCostsWhatItsItemCosts() {
        var offer = offer();
        var card = page().listings().stream()
                .filter(row -> row.item().equals(offer.item()))
                .findFirst()
                .orElseThrow();
        assertThat(offer.priceFrom()).contains(card.priceFrom());
        assertThat(card.title().chinese())
                .as("a variant may be named behind it")
                .startsWith(offer.title().chinese());
    }

    @Test
    @Needs(Capability.SEARCH)
    default void picturesHaveWholeAddresses() {
        assertThat(page().listings()).extracting(Searched.Listing::picture).allSatisfy(picture -> {
            assertThat(picture.getScheme()).isIn("http", "https");
            assertThat(picture.getHost()).isNotBlank();
        });
    }

    @Test
    @Needs(Capability.SEARCH)
    default void countsAreNeverNegative() {
        assertThat(page().total()).isGreaterThanOrEqualTo(page().listings().size());
        assertThat(page().listings()).allSatisfy(row -> assertThat(row.sold()).isNotNegative());
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void anItemIsTheSameAtTheNextLook() {
        var first = offer();
        var again = ((Fetched.Found) stand().connector().fetch(first.item().itemId(), "en")).offer();
        assertThat(again.item()).isEqualTo(first.item());
        assertThat(again.title()).isEqualTo(first.title());
        assertThat(again.skus()).isEqualTo(first.skus());
        assertThat(again.tiers()).isEqualTo(first.tiers());
        assertThat(again.shop()).isEqualTo(first.shop());
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void idsKeepEveryDigit() {
        var offer = offer();
        assertThat(offer.item().itemId()).matches("[A-Za-z0-9_-]+").doesNotMatch(".*\\d[eE]\\d+");
        assertThat(offer.skus()).allSatisfy(sku -> {
            assertThat(sku.skuId()).isNotBlank().doesNotContain(".", "E+").doesNotMatch("0+");
            assertThat(sku.orderKey()).doesNotContain("E+").doesNotMatch(".*\\.0$");
        });
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void eachVariantHasANameOfItsOwn() {
        var skus = offer().skus();
        assertThat(skus).extracting(Offer.Sku::skuId).doesNotHaveDuplicates();
        assertThat(skus).extracting(Offer.Sku::orderKey).doesNotHaveDuplicates();
        assertThat(skus).extracting(Offer.Sku::options).doesNotHaveDuplicates();
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void whoBuysMoreNeverPaysMoreForAPiece() {
        var tiers = offer().tiers();
        assertThat(tiers).extracting(Offer.Tier::fromQuantity).isSorted().doesNotHaveDuplicates();
        assertThat(tiers).extracting(Offer.Tier::price).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(tiers).extracting(Offer.Tier::price).allSatisfy(price -> {
            assertThat(price.isPositive()).isTrue();
            assertThat(price.currency()).isEqualTo(Money.CNY);
        });
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void theFewestPiecesAreAtLeastOne() {
        assertThat(offer().minOrderQuantity()).isPositive();
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void anOfferLeadsToItsPageAtTheMarketplace() {
        assertThat(offer().link().getScheme()).isEqualTo("https");
        assertThat(offer().link().getHost()).contains(".");
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void knowsTheStockOnlyWhereItSaysThatItDoes() {
        if (stand().connector().capabilities().contains(Capability.SKU_STOCK)) {
            assertThat(offer().skus()).anySatisfy(sku -> assertThat(sku.stock()).isNotNull());
        } else {
            assertThat(offer().skus()).isEmpty();
        }
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void whenItSawAnItemIsNow() {
        var before = SmallWorld.clock().instant();
        assertThat(offer().seenAt())
                .isBetween(
                        before.truncatedTo(ChronoUnit.SECONDS),
                        SmallWorld.clock().instant());
    }

    @Test
    @Needs(Capability.DETAIL)
    default void anIdThatNoMarketplaceGivesIsNotFound() {
        for (var id : List.of("0", "not-an-id", "9".repeat(24))) {
            assertThat(stand().connector().fetch(id, "en"))
                    .as(id)
                    .isInstanceOfAny(Fetched.Gone.class, Fetched.Unsupported.class);
        }
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void aLanguageThatItDoesNotKnowLeavesTheChineseTitle() {
        var known = offer();
        var offer = ((Fetched.Found) stand().connector().fetch(known.item().itemId(), "eu")).offer();
        assertThat(offer.title().chinese()).isEqualTo(known.title().chinese());
    }

    @Test
    @Needs(Capability.SEARCH)
    default void searchesLaterWhenItSearchesTooOften() {
        assumeFalse(searchesWhatItFetchedBefore(), "it is not asked for every search");
        always("FLOW_CONTROL", 0);
        assertThat(search(words(), 1, 5, Searched.Order.RELEVANCE))
                .isInstanceOfSatisfying(
                        Searched.Later.class,
                        later -> assertThat(later.after()).isBetween(Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void looksLaterWhenItLooksTooOften() {
        var item = offer().item().itemId();
        always("FLOW_CONTROL", 0);
        assertThat(stand().connector().fetch(item, "en"))
                .isInstanceOfSatisfying(
                        Fetched.Later.class,
                        later -> assertThat(later.after()).isBetween(Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    @Test
    @Needs(Capability.SEARCH)
    default void aPlatformThatIsBrokenIsAskedLater() {
        assumeFalse(searchesWhatItFetchedBefore(), "it is not asked for every search");
        always("ERROR_5XX", 0);
        assertThat(search(words(), 1, 5, Searched.Order.RELEVANCE)).isInstanceOf(Searched.Later.class);
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void anItemBehindABrokenPlatformIsNeverGone() {
        var item = offer().item().itemId();
        always("ERROR_5XX", 0);
        assertThat(stand().connector().fetch(item, "en")).isInstanceOf(Fetched.Later.class);
    }

    @Test
    @Needs({Capability.SEARCH, Capability.DETAIL})
    default void anItemWhoseAnswerIsLostIsNeverGone() {
        var item = offer().item().itemId();
        always("DROP_AFTER_SUCCESS", 0);
        assertThat(stand().connector().fetch(item, "en")).isInstanceOf(Fetched.Later.class);
    }

    @Test
    @Needs(Capability.SEARCH)
    default void itsCallsAreCountedUnderItsOwnName() {
        var source = stand().connector().source();
        long before = stand().stall().wire.health(source).calls();
        var listed = page().listings().getFirst();
        if (stand().connector().capabilities().contains(Capability.DETAIL)) {
            stand().connector().fetch(listed.item().itemId(), "en");
        }
        assertThat(stand().stall().wire.health(source).calls()).isGreaterThan(before);
    }

    @Test
    @Needs(Capability.IMAGE_SEARCH)
    default void findsGoodsByAPicture() {
        var red = ((Searched.Page) stand().connector().searchByImage(picture(BRICK), "en")).listings();
        assertThat(red).isNotEmpty().hasSizeLessThanOrEqualTo(100).allSatisfy(row -> {
            assertThat(row.priceFrom().isPositive()).isTrue();
            assertThat(row.title().chinese()).isNotBlank();
        });
        assertThat(red).extracting(Searched.Listing::item).doesNotHaveDuplicates();
        var blue = ((Searched.Page) stand().connector().searchByImage(picture(INK), "en")).listings();
        assertThat(blue)
                .extracting(Searched.Listing::item)
                .as("another picture")
                .isNotEqualTo(red.stream().map(Searched.Listing::item).toList());
    }

    @Test
    @Needs(Capability.IMAGE_SEARCH)
    default void whatIsNoPictureFindsNothingAndBreaksNothing() {
        assertThat(stand().connector().searchByImage("no picture".getBytes(StandardCharsets.UTF_8), "en"))
                .isInstanceOf(Searched.Later.class);
        assertThat(stand().connector().searchByImage(picture(BRICK), "en")).isInstanceOf(Searched.Page.class);
    }

    @Test
    @Needs(Capability.IMAGE_SEARCH)
    default void searchesByPictureLaterWhenItSearchesTooOften() {
        always("FLOW_CONTROL", 0);
        assertThat(stand().connector().searchByImage(picture(BRICK), "en")).isInstanceOf(Searched.Later.class);
    }

    private static byte[] picture(Color colour) {
        var image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 32, 32);
        pen.dispose();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
