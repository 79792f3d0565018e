package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.RefundView;
import io.sampan.outside.marketplace.MarketplaceId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A shopper has the bank take a payment back: the operator sees it at the desk, and answers one and gives in to another. */
@Tag("browser")
class ContestedInTheBrowserTest extends Journey {
    private static final Path SCREENS = Path.of("target/screens");

    private ChromeDriver browser;
    private WebDriverWait wait;

    @BeforeEach
    void openTheBrowser() throws IOException {
        Files.createDirectories(SCREENS);
        browser = Browser.open();
        browser.manage().window().setSize(new Dimension(1280, 1000));
        wait = new WebDriverWait(browser, Duration.ofSeconds(30));
        signIn();
    }

    private void signIn() {
        browser.get(at("/robots.txt"));
        browser.manage().addCookie(new Cookie("sid", shop.sessions.open(new Depot(shop).operator())));
    }

    @AfterEach
    void closeTheBrowser() {
        browser.quit();
    }

    @Test
    void oneIsAnsweredAndAnotherGivenInTo() throws IOException {
        var answered = contested();
        browser.get(at("/console"));
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("Contested payments");
        browser.get(at("/console/disputes"));
        picture("disputes-open");
        within(answered, "textarea").sendKeys("winning_evidence");
        within(answered, "form[action$='answer'] button").click();
        wait.until(ExpectedConditions.urlContains("said=dispute-answered"));
        assertThat(part(answered).getText()).contains("the bank decides").doesNotContain("Hand in the answer");
        var lost = contested();
        browser.get(at("/console/disputes"));
        within(lost, "summary").click();
        within(lost, "form[action$='concede'] button").click();
        wait.until(ExpectedConditions.urlContains("said=dispute-conceded"));
        picture("disputes-conceded");
        assertThat(browser.findElement(By.id("over")).getText()).contains("Lost");
        WORLD.advance(Duration.ofDays(40));
        signIn();
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
        return browser.findElements(By.cssSelector("[data-dispute='" + dispute + "']"))
                        .isEmpty()
                && browser.findElement(By.id("over")).getText().contains("Won");
    }

    private WebElement part(String dispute) {
        return wait.until(
                ExpectedConditions.visibilityOfElementLocated(By.cssSelector("[data-dispute='" + dispute + "']")));
    }

    private WebElement within(String dispute, String css) {
        var found = part(dispute).findElement(By.cssSelector(css));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", found);
        return found;
    }

    private void picture(String name) throws IOException {
        Files.write(SCREENS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    private static String at(String path) {
        return URI.create("http://127.0.0.1:" + WORLD.port()).resolve(path).toString();
    }
}
