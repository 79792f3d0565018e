package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderState;
import io.sampan.outside.marketplace.MarketplaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A shopper in Berlin with a real browser: a pasted link, a price, a payment, a delivered parcel. Pictures of each page lie in target/screens. */
@Tag("browser")
class OneOrderInTheBrowserTest extends Journey {
    static final Path SCREENS = Path.of("target/screens");
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Dimension DESK = new Dimension(1280, 900);
    static final Dimension PHONE = new Dimension(390, 844);
    /** Longer than a phone is wide. */
    static final String NO_BREAK = "Rindfleischetikettierungsueberwachungsaufgabengasse";

    ChromeDriver browser;
    WebDriverWait wait;

    @BeforeEach
    void openTheBrowser() throws IOException {
        Files.createDirectories(SCREENS);
        browser = Browser.open();
        browser.manage().window().setSize(DESK);
        wait = new WebDriverWait(browser, PATIENCE);
    }

    @AfterEach
    void closeTheBrowser() {
        browser.quit();
    }

    @Test
    void aPastedLinkBecomesADeliveredParcel() throws IOException {
        var goods = Goods.of(shop, MarketplaceId.ALI1688);

        // She pastes a link, and sees the price at her door with all its parts.
        open("/");
        look("home");
        type("#find-hero", "https://detail.1688.com/offer/" + goods.item().itemId() + ".html");
        find("#find-hero").submit();
        wait.until(ExpectedConditions.urlContains("/p/1688/" + goods.item().itemId()));
        assertThat(text(".door .price")).startsWith("€");
        look("product");

        // She puts it into the cart and signs up on the way to the checkout.
        click("form[action='/cart/lines'] button");
        wait.until(ExpectedConditions.urlContains("/cart"));
        look("cart");
        click("a[href='/cart/parcels']");
        wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".parcel-plan")));
        look("parcels");
        open("/cart");
        click("aside a[href^='/checkout']");
        wait.until(ExpectedConditions.urlContains("/sign-in"));
        click("a[href^='/sign-up']");
        type("main [name=email]", "anna" + UUID.randomUUID().toString().substring(0, 8) + "@example.com");
        type("main [name=password]", "correct horse battery");
        look("sign-up");
        click("form[action='/sign-up'] button");
        wait.until(ExpectedConditions.urlContains("/checkout"));
        click("a[href^='/account/addresses/new']");
        type("[name=recipient]", "Anna " + NO_BREAK);
        type("[name=street]", NO_BREAK + " 1");
        type("[name=extra]", NO_BREAK);
        type("[name=postcode]", "10119");
        type("[name=city]", "Berlin");
        type("[name=phone]", "+49 30 1234567");
        look("address");
        click("form#address button");

        // She is in a hurry. The total that she pays is the total that she saw.
        wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("form#pay")));
        click(".pace label:has([value='urgent'])");
        wait.until(ExpectedConditions.visibilityOfElementLocated(
                By.cssSelector("ul.ways li:first-child a.way[aria-current='true'][href*='line=express'] .why")));
        look("checkout");
        click("input[value='stripe.card']");
        var total = text("form#pay button");
        click("form#pay button");
        wait.until(ExpectedConditions.urlContains("/c/pay/"));
        assertThat(total).contains("€");
        type("[name=email]", "anna@example.com");
        type("[name=number]", "4242424242424242");
        type("[name=expiry]", "12/34");
        type("[name=cvc]", "123");
        type("[name=name]", "Anna Schmidt");
        browser.findElement(By.cssSelector("[name=name]")).submit();
        wait.until(ExpectedConditions.urlContains("/orders/SP-"));
        var order = order();
        shop.until(order, OrderState.Bought.class);

        // Our warehouse does its work, and her page tells of it.
        var depot = new Depot(shop);
        depot.waitsForTheSellers(order);
        depot.receives(order);
        depot.accepts(order);
        var parcel = depot.packs(order);
        depot.handsOver(order, parcel);
        depot.seesItDelivered(order);
        browser.navigate().refresh();
        assertThat(browser.findElements(By.cssSelector(".timeline .done"))).hasSizeGreaterThanOrEqualTo(6);
        assertThat(browser.findElements(By.cssSelector(".photos img"))).isNotEmpty();
        look("order");
        open("/orders");
        look("orders");
        open("/account");
        look("account");
    }

    private OrderId order() {
        var address = browser.getCurrentUrl();
        assertThat(address).isNotNull();
        var number = address.replaceAll(".*/orders/([A-Z0-9-]+).*", "$1");
        return shop.orders.find(number).orElseThrow().id();
    }

    /** Keeps a picture for a desk and for a phone, and lets nobody be shut out: axe finds nothing. */
    private void look(String name) throws IOException {
        browser.executeScript(axe());
        var violations = browser.executeAsyncScript("""
                const told = arguments[arguments.length - 1];
                axe.run().then(found => told(found.violations.map(one => one.id + ' at ' + one.nodes.map(node => node.target).join(' '))));
                """);
        assertThat((List<?>) violations).as("what shuts people out of " + name).isEmpty();
        picture(name + "-desk");
        browser.manage().window().setSize(PHONE);
        picture(name + "-phone");
        assertThat(browser.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels of " + name + " beside a phone")
                .isEqualTo(0L);
        browser.manage().window().setSize(DESK);
    }

    private static String axe() throws IOException {
        try (var script = OneOrderInTheBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            assertThat(script).isNotNull();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void picture(String name) throws IOException {
        Files.write(SCREENS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    private void open(String path) {
        browser.get("http://127.0.0.1:" + WORLD.port() + path);
    }

    private WebElement find(String css) {
        return wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector(css)));
    }

    private void type(String css, String text) {
        var field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    private void click(String css) {
        var target = find(css);
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", target);
        target.click();
    }

    private String text(String css) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)))
                .getText();
    }
}
