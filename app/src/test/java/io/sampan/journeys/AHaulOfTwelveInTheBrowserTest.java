package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.warehouse.Defect;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * Twelve things of three marketplaces in one parcel: one has a battery, which the cheap line refuses, and one comes in the wrong colour. Customs are paid
 * with the order. The hall works on a phone.
 */
class AHaulOfTwelveInTheBrowserTest extends BrowserJourney {
    private static final Dimension PHONE = new Dimension(390, 844);
    private static final Dimension DESK = new Dimension(1280, 1000);
    private static final List<MarketplaceId> MARKETPLACES =
            List.of(MarketplaceId.ALI1688, MarketplaceId.TAOBAO, MarketplaceId.JD);
    private static final int OF_EACH = 4;

    @Test
    void twelveThingsAreOneHaul() throws IOException {
        var anna = Shopper.signsUp(shop);
        fill(anna);
        signIn(anna.session());
        browser.get(at("/cart"));
        picture("haul-cart");
        assertThat(browser.findElements(By.cssSelector(".lines > li"))).hasSize(MARKETPLACES.size() * OF_EACH);
        assertThat(browser.findElement(By.cssSelector(".excluded")).getText()).contains("Economy", "batteries");
        var price = anna.seesThePrice();
        assertThat(price.atTheDoor()).as("customs are prepaid").isEmpty();
        var order = pays();
        assertThat(shop.order(order).total()).isEqualTo(price.total());
        shop.until(order, OrderState.Bought.class);
        assertThat(shop.order(order).lines()).hasSize(MARKETPLACES.size() * OF_EACH);

        var depot = new Depot(shop);
        depot.waitsForTheSellers(order);
        depot.arrive();
        hallReceives(order, depot);
        var wrong = shop.warehouse.of(order).getFirst();
        var share = shop.order(order).line(wrong.line()).orElseThrow().share();
        hallRejects(wrong);
        hallAccepts(shop.warehouse.of(order).get(1));
        depot.acceptsTheRest(order);
        shop.until(
                "its share is back with her",
                () -> AllBooks.charges(shop, order).stream()
                                .mapToLong(one -> one.whole("amount_refunded").orElseThrow())
                                .sum()
                        == share.minor());

        var parcel = depot.packs(order);
        depot.handsOver(order, parcel);
        depot.seesItDelivered(order);
        AllBooks.agree(shop, order);
        assertThat(shop.order(order).lines())
                .filteredOn(line -> line.state() instanceof LineState.Delivered)
                .hasSize(MARKETPLACES.size() * OF_EACH - 1);
        assertThat(shop.order(order).funds().taken().minus(share)).isGreaterThan(Money.zero(share.currency()));
        browser.manage().window().setSize(DESK);
        signIn(anna.session());
        browser.get(at("/orders/" + shop.order(order).number()));
        picture("haul-order");
    }

    private void fill(Shopper anna) {
        for (var marketplace : MARKETPLACES) {
            boolean hasBattery = marketplace == MarketplaceId.TAOBAO;
            for (int i = 0; i < OF_EACH; i++) {
                anna.putsFewest(
                        hasBattery && i == 0 ? Goods.withBattery(shop, marketplace) : Goods.of(shop, marketplace));
            }
        }
    }

    private OrderId pays() throws IOException {
        browser.get(at("/checkout"));
        press("input[value='stripe.card']");
        picture("haul-checkout");
        press("form#pay button");
        card(Shopper.GOOD_CARD);
        wait.until(ExpectedConditions.urlContains("/orders/SP-"));
        var number = browser.getCurrentUrl().replaceAll(".*/orders/([A-Z0-9-]+).*", "$1");
        return shop.orders.find(number).orElseThrow().id();
    }

    /** Each parcel's number is scanned into the field that has the cursor, as a scanner types it. */
    private void hallReceives(OrderId order, Depot depot) throws IOException {
        browser.manage().window().setSize(PHONE);
        signIn(shop.sessions.open(depot.operator()));
        for (var waybill : depot.waybills(order)) {
            browser.get(at("/console/receiving"));
            browser.switchTo().activeElement().sendKeys(waybill, Keys.ENTER);
            shop.until(
                    waybill + " is here",
                    () -> shop.inbounds.find(waybill).orElseThrow().arrivedAt() != null);
        }
        assertThat(shop.warehouse.of(order)).allMatch(item -> item.state() instanceof ItemState.Received);
    }

    private void hallRejects(Item item) throws IOException {
        browser.get(at("/console/items/" + item.id()));
        picture("haul-hall-item");
        press("details summary");
        press("#f-defect option[value='wrong-colour']");
        browser.findElement(By.id("f-words")).sendKeys("Ordered green, came white");
        press("#reject button");
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("main")));
        shop.until(
                "it is rejected",
                () -> shop.warehouse.find(item.id()).orElseThrow().state()
                                instanceof ItemState.Rejected(var _, var defect)
                        && defect.kind() == Defect.Kind.WRONG_COLOUR);
    }

    private void hallAccepts(Item item) throws IOException {
        var photo = Files.createTempFile("piece", ".png");
        Files.write(photo, Depot.photo(item));
        browser.get(at("/console/items/" + item.id()));
        browser.findElement(By.cssSelector("#photograph input[type='file']")).sendKeys(photo.toString());
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".photos img")));
        browser.findElement(By.name("grams")).sendKeys("" + 640);
        for (var side : List.of("length", "width", "height")) {
            browser.findElement(By.name(side)).sendKeys("120");
        }
        picture("haul-hall-check");
        press("#check button[value='accept']");
        shop.until(
                "it is accepted",
                () -> shop.warehouse.find(item.id()).orElseThrow().state() instanceof ItemState.Accepted);
        Files.delete(photo);
    }
}
