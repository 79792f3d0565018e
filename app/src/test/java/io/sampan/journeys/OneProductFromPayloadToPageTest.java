package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.PricePoint;
import io.sampan.browse.landedcost.Destination;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.browse.search.Card;
import io.sampan.browse.search.SearchOfATest;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Rooms in the order in which a product passes them: marketplace, catalog, search, landed cost, the storefront's page. */
class OneProductFromPayloadToPageTest extends Journey {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Destination GERMANY = Destination.country("DE");

    @AtEachMarketplace
    void whatAMarketplaceTellsStandsOnThePageAndFollowsItsPrice(MarketplaceId marketplace) {
        // marketplace: its payload becomes an offer in our words, with a price in yuan and where it comes from.
        var goods = Goods.of(shop, marketplace);
        var fetched = shop.marketplaces
                .at(marketplace)
                .fetch(goods.item().itemId(), "en")
                .answer();
        assertThat(fetched).isInstanceOf(Fetched.Found.class);
        var offer = ((Fetched.Found) fetched).offer();
        assertThat(offer.sku(goods.sku().skuId()).orElseThrow().price().currency())
                .isEqualTo(Money.CNY);

        // catalog: looked at, it is a product of ours, and its price is the latest of its history.
        var product = shop.look(goods.item(), Duration.ZERO);
        assertThat(product.offer().title()).isEqualTo(offer.title());
        assertThat(shop.catalog.priceHistory(goods.item()).getLast().priceFrom())
                .isEqualTo(product.priceFrom().orElseThrow());

        // search: found by its own words in either language.
        shop.until(
                "it is found in Chinese",
                () -> card(goods.item(), offer.title().chinese(), Locale.CHINESE)
                        .isPresent());
        shop.until(
                "it is found in English",
                () -> card(goods.item(), offer.title().in(Locale.ENGLISH), Locale.ENGLISH)
                        .isPresent());

        // landed cost: the price at the door of somebody in Germany, whole to the cent.
        var quotes = shop.landedCosts.estimate(goods.basket(), GERMANY, EUR);
        assertThat(quotes).isNotEmpty().allSatisfy(quote -> {
            assertThat(quote.parts().stream().map(LandedQuote.Part::amount).reduce(Money.zero(EUR), Money::plus))
                    .isEqualTo(quote.total());
            assertThat(quote.total().isPositive()).isTrue();
        });

        // storefront: the page names it, in both languages, and carries its picture.
        var before = page(goods.item(), "en");
        assertThat(before).contains(escaped(offer.title().in(Locale.ENGLISH)));
        assertThat(page(goods.item(), "zh")).contains(escaped(offer.title().chinese()));

        // The seller raises the price: the marketplace pushes, and history, search and page follow without anybody
        // asking.
        var cheaper = product.priceFrom().orElseThrow();
        goods.nowCost("1.5");
        shop.until("the catalogue has heard", () -> priceNow(goods.item()).compareTo(cheaper) > 0);
        assertThat(shop.catalog.priceHistory(goods.item()).stream().map(PricePoint::priceFrom))
                .endsWith(cheaper, priceNow(goods.item()));
        shop.until(
                "search shows the new price",
                () -> card(goods.item(), offer.title().chinese(), Locale.CHINESE)
                        .filter(card -> card.priceFrom().equals(priceNow(goods.item())))
                        .isPresent());
        assertThat(page(goods.item(), "en")).isNotEqualTo(before);
    }

    private Money priceNow(ItemRef item) {
        return shop.catalog.find(item).orElseThrow().priceFrom().orElseThrow();
    }

    private Optional<Card> card(ItemRef item, String words, Locale locale) {
        return shop.search.find(SearchOfATest.first(words, locale)).cards().stream()
                .filter(card -> card.item().equals(item))
                .findFirst();
    }

    private static String page(ItemRef item, String language) {
        var address = URI.create(
                "http://127.0.0.1:" + WORLD.port() + "/p/" + item.marketplace().slug() + "/" + item.itemId());
        var answer = WORLD.send(HttpRequest.newBuilder(address).header("Accept-Language", language));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
