package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.Moved;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.Refunding;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** A refund comes back from the card: its shopper takes it into their balance, has one paid out, and pays a part of the next order with another. */
class BalanceInTheBrowserTest extends BrowserJourney {
    private static final Duration A_WHILE = Duration.ofMinutes(3);

    @Test
    void whatCannotGoBackIsPaidOutOrSpent() throws IOException {
        var anna = Shopper.signsUp(shop);
        var first = anna.buys(Goods.of(shop, MarketplaceId.ALI1688));
        signIn(anna.session());

        takes(first, Money.of(500, "EUR"), "bounced");
        browser.get(at("/account/balance"));
        assertThat(main()).contains("€5.00", "Given back");
        browser.findElement(By.name("receiver")).sendKeys("anna@example.com");
        browser.findElement(By.name("password")).sendKeys("not the password");
        press(".payout button");
        wait.until(ExpectedConditions.urlContains("said=wrong-password"));
        assertThat(main()).contains("€5.00", "not your password");
        browser.findElement(By.name("receiver")).sendKeys("anna@example.com");
        browser.findElement(By.name("password")).sendKeys(Shopper.PASSWORD);
        picture("balance");
        press(".payout button");
        wait.until(ExpectedConditions.urlContains("said=accepted"));
        assertThat(main()).contains("a…@example.com");
        shop.untilAsTimePasses("PayPal has paid", () -> sees("/account/balance", "Paid out"));
        picture("balance-paid-out");

        takes(first, Money.of(300, "EUR"), "bounced-again");
        anna.puts(Goods.of(shop, MarketplaceId.TAOBAO));
        browser.get(at("/checkout"));
        assertThat(browser.findElement(By.id("balance")).getText()).contains("€3.00");
        press("input[name=beyond][value=CANCEL]");
        picture("checkout-balance");
        press("input[value='stripe.card']");
        press("form#pay button");
        wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector("a.back")))
                .click();
        wait.until(ExpectedConditions.presenceOfElementLocated(By.id("story")));
        assertThat(main()).contains("From your balance");
        picture("order-balance-part");
        var second = order();
        press("input[value='stripe.card']");
        press("form#pay button");
        card("4242424242424242");
        shop.until("it is paid", () -> !(shop.order(second).state() instanceof OrderState.AwaitingPayment));
        assertThat(shop.payments.of(second.value()))
                .filteredOn(PaymentView::isFromBalance)
                .singleElement()
                .satisfies(part -> assertThat(part.captured()).isEqualTo(Money.of(300, "EUR")));
        assertThat(shop.order(second).funds().taken())
                .isEqualTo(shop.order(second).total());
        assertThat(shop.order(second).tolerance().beyond().name()).isEqualTo("CANCEL");
        browser.get(at("/account"));
        picture("account-habits");
        signIn(shop.sessions.open(new Depot(shop).operator()));
        browser.get(at("/console/settlement"));
        press("#settlement-of button");
        wait.until(ExpectedConditions.presenceOfElementLocated(By.id("compared")));
        var paidOn = LocalDate.ofInstant(app.getBean(Clock.class).instant(), ZoneOffset.UTC);
        browser.get(at("/console/settlement?gateway=stripe&day=" + paidOn));
        assertThat(browser.findElement(By.id("compared")).getText())
                .contains("The gateway says", "Our book says", "€")
                .doesNotContain("Nothing moved");
        picture("console-settlement");
        browser.get(at("/console/rails"));
        picture("console-rails");
        WORLD.advance(A_WHILE);
        shop.until("its invoice is written", () -> isPdf(anna.opens(invoice(second))));
        Files.write(
                Path.of("target/screens/invoice.pdf"),
                anna.opens(invoice(second)).body());
        AllBooks.agree(shop, second);
    }

    /** A part of an order is given back, its card does not take it, and the shopper takes it into their balance. */
    private void takes(OrderId order, Money amount, String key) throws IOException {
        WORLD.act("stripe", "fail-next-refund", Map.of());
        assertThat(shop.orders.giveBack(order, amount, key, "a kindness", Refunding.To.SOURCE))
                .isEqualTo(new Moved.Done());
        var page = "/orders/" + shop.order(order).number();
        shop.untilAsTimePasses(
                "the refund came back",
                () -> shop.order(order).funds().bounced().equals(amount));
        browser.get(at(page));
        picture(key);
        press("#bounced button");
        wait.until(ExpectedConditions.urlContains("said=to-balance"));
        shop.until(
                "it is there", () -> sees("/account/balance", amount.decimal().toPlainString()));
    }

    private URI invoice(OrderId order) {
        return URI.create(at("/orders/" + shop.order(order).number() + "/invoice.pdf"));
    }

    private static boolean isPdf(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").equals("application/pdf")
                && new String(answer.body(), StandardCharsets.ISO_8859_1).startsWith("%PDF-");
    }

    private boolean sees(String path, String words) {
        browser.get(at(path));
        return main().contains(words);
    }

    private String main() {
        return browser.findElement(By.tagName("main")).getText();
    }

    private OrderId order() {
        var number = browser.getCurrentUrl().replaceAll(".*/orders/([^/?]+).*", "$1");
        return shop.orders.find(number).orElseThrow().id();
    }
}
