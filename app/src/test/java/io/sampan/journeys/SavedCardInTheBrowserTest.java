package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.OrderState;
import io.sampan.outside.marketplace.MarketplaceId;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** A shopper lets Stripe keep their card, pays the next order with one press, and has the card forgotten. */
class SavedCardInTheBrowserTest extends BrowserJourney {
    @Test
    void aCardIsTypedOnce() throws IOException {
        var anna = Shopper.signsUp(shop);
        signIn(anna.session());
        goesToStripe(anna);
        wait.until(ExpectedConditions.elementToBeClickable(By.name("keep"))).click();
        card("5555555555554444");
        comesBack();

        goesToStripe(anna);
        assertThat(wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector("button.kept")))
                        .getText())
                .contains("4444");
        picture("pay-kept-card");
        press("button.kept");
        comesBack();

        browser.get(at("/account/cards"));
        assertThat(browser.findElement(By.id("cards")).getText()).contains("mastercard", "4444");
        picture("account-cards");
        press("#cards button");
        wait.until(ExpectedConditions.presenceOfElementLocated(By.id("no-cards")));

        var bob = Shopper.signsUp(shop);
        signIn(bob.session());
        goesToStripe(bob);
        assertThat(browser.findElements(By.cssSelector("button.kept"))).isEmpty();
    }

    private void goesToStripe(Shopper shopper) {
        shopper.puts(Goods.of(shop, MarketplaceId.ALI1688));
        browser.get(at("/checkout"));
        press("input[value='stripe.card']");
        press("form#pay button");
        wait.until(ExpectedConditions.presenceOfElementLocated(By.name("number")));
    }

    private void comesBack() {
        wait.until(ExpectedConditions.presenceOfElementLocated(By.id("story")));
        var number = browser.getCurrentUrl().replaceAll(".*/orders/([^/?]+).*", "$1");
        var order = shop.orders.find(number).orElseThrow().id();
        shop.until("it is paid", () -> !(shop.order(order).state() instanceof OrderState.AwaitingPayment));
    }
}
