package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.RefundView;
import io.sampan.outside.marketplace.MarketplaceId;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** A shopper has the bank take a payment back: the operator sees it at the desk, and answers one and gives in to another. */
class ContestedInTheBrowserTest extends BrowserJourney {
    @Test
    void oneIsAnsweredAndAnotherGivenInTo() throws IOException {
        signIn(shop.sessions.open(new Depot(shop).operator()));
        var answered = contested();
        browser.get(at("/console"));
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("Contested payments");
        browser.get(at("/console/disputes"));
        picture("disputes-open");
        part(answered).findElement(By.tagName("textarea")).sendKeys("winning_evidence");
        press(of(answered) + " form[action$='answer'] button");
        wait.until(ExpectedConditions.urlContains("said=dispute-answered"));
        assertThat(part(answered).getText()).contains("the bank decides").doesNotContain("Hand in the answer");
        var lost = contested();
        browser.get(at("/console/disputes"));
        press(of(lost) + " summary");
        press(of(lost) + " form[action$='concede'] button");
        wait.until(ExpectedConditions.urlContains("said=dispute-conceded"));
        picture("disputes-conceded");
        assertThat(browser.findElement(By.id("over")).getText()).contains("Lost");
        WORLD.advance(Duration.ofDays(40));
        signIn(shop.sessions.open(new Depot(shop).operator()));
        shop.until("the bank decided", () -> isWon(answered));
    }

    /** An order that is paid by card and contested; returns the gateway's id of the dispute. */
    private String contested() {
        var order = Shopper.signsUp(shop).buys(Goods.of(shop, MarketplaceId.ALI1688));
        var payment = shop.payments.of(order.value()).getFirst();
        var intent = WORLD.booksOf("stripe").list("payment_intents").stream()
                .filter(one -> one.node()
                        .path("metadata")
                        .path("payment")
                        .asString("")
                        .equals(payment.id().value().toString()))
                .findFirst()
                .orElseThrow()
                .text("id");
        WORLD.act("stripe", "dispute", Map.of("payment_intent", intent, "reason", "product_not_received"));
        shop.until(
                "the dispute is known",
                () -> ofSubject(order.value()).contested().open().isPositive());
        assertThat(ofSubject(order.value()).refunds())
                .extracting(RefundView::state)
                .isEmpty();
        return WORLD.booksOf("stripe").list("disputes").stream()
                .filter(one -> one.text("payment_intent").equals(intent))
                .findFirst()
                .orElseThrow()
                .text("id");
    }

    private PaymentView ofSubject(UUID order) {
        return shop.payments.of(order).getFirst();
    }

    private boolean isWon(String dispute) {
        browser.get(at("/console/disputes"));
        return browser.findElements(By.cssSelector(of(dispute))).isEmpty()
                && browser.findElement(By.id("over")).getText().contains("Won");
    }

    private WebElement part(String dispute) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(of(dispute))));
    }

    private static String of(String dispute) {
        return "[data-dispute='" + dispute + "']";
    }
}
