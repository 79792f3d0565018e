package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.payment.PaymentState;
import io.sampan.buy.payment.PaymentView;
import io.sampan.outside.marketplace.MarketplaceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * One shopper for each gateway, with a real browser: is refused, goes back, thinks better of it, comes again, passes a challenge, and pays; the
 * money is taken once, by the way that they chose last. Pictures lie in target/screens.
 */
class EveryWayToPayInTheBrowserTest extends BrowserJourney {
    private static final String CODE = "246810";

    @Test
    void byCard() throws IOException {
        var order = orderIn("EUR");
        chooses("stripe.card");
        card("4000000000009995");
        seesOn("main", "insufficient funds");
        picture("pay-card-declined");
        browser.findElement(By.cssSelector("a.back")).click();
        seesOn("#declined", "not enough money");
        picture("order-declined");
        chooses("stripe.card");
        card("4000000000003220");
        press("[value=complete]");
        isPaidBy(order, "stripe.card");
    }

    @Test
    void byKlarna() throws IOException {
        var order = orderIn("EUR");
        chooses("stripe.klarna");
        press("[value=fail]");
        seesOn("main", "did not confirm");
        press("[value=authorize]");
        isPaidBy(order, "stripe.klarna");
    }

    @Test
    void byPayPal() throws IOException {
        var order = orderIn("EUR");
        chooses("paypal.wallet");
        wait.until(ExpectedConditions.urlContains("/checkoutnow"));
        picture("pay-paypal");
        press("a.back");
        wait.until(ExpectedConditions.urlContains("/orders/" + order.number()));
        chooses("paypal.wallet");
        purse("empty-card");
        seesOn("#declined", "PayPal could not get the money");
        picture("order-paypal-declined");
        chooses("paypal.wallet");
        purse("bank-card");
        proves();
        isPaidBy(order, "paypal.wallet");
    }

    @Test
    void byAlipay() throws IOException {
        var order = orderIn("CNY");
        chooses("alipay.page");
        purse("empty-card");
        seesOn(".alert", "余额不足");
        picture("pay-alipay-declined");
        press("a.back");
        wait.until(ExpectedConditions.urlContains("/orders/" + order.number()));
        chooses("alipay.page");
        purse("bank-card");
        proves();
        isPaidBy(order, "alipay.page");
    }

    /** The code on the desk's screen is read from a picture of it, as a phone does, and paid on the phone. */
    @Test
    void byWeChatOnThePhone() throws IOException, NotFoundException {
        var order = orderIn("CNY");
        chooses("wechatpay.native");
        wait.until(ExpectedConditions.visibilityOfElementLocated(By.id("code")));
        picture("pay-wechat-code");
        var scanned = scanned();
        var desk = browser.getWindowHandle();
        browser.switchTo().newWindow(WindowType.TAB);
        browser.get(WORLD.address("wechatpay")
                .resolve("/phone?scan=" + encoded(scanned))
                .toString());
        purse("empty-card");
        seesOn(".alert", "余额不足");
        purse("bank-card");
        proves();
        seesOn("h1", "支付成功");
        picture("pay-wechat-phone");
        browser.switchTo().window(desk);
        isPaidBy(order, "wechatpay.native");
    }

    @Test
    void byAnotherWayThanTheOneFirstTried() throws IOException {
        var order = orderIn("CNY");
        chooses("wechatpay.native");
        wait.until(ExpectedConditions.visibilityOfElementLocated(By.id("code")));
        press("a[href='/orders/" + order.number() + "']");
        chooses("alipay.page");
        purse("balance");
        isPaidBy(order, "alipay.page");
        shop.until(
                "what was left is closed",
                () -> shop.payments.of(order.id().value()).stream()
                        .filter(payment -> !payment.method().id().equals("alipay.page"))
                        .allMatch(payment -> payment.state() instanceof PaymentState.Closed));
    }

    private Order orderIn(String currency) {
        var goods = Goods.of(shop, MarketplaceId.ALI1688);
        var shopper = Shopper.signsUp(shop).payingIn(currency);
        var placed = shopper.puts(goods).orders();
        var order = shop.order(placed.order());
        signIn(shopper.session());
        browser.get(at("/orders/" + order.number()));
        return order;
    }

    private void chooses(String method) {
        press("input[value='" + method + "']");
        press("form#pay button");
    }

    private void purse(String name) {
        press("input[value='" + name + "']");
        press("button.go");
    }

    private void proves() {
        wait.until(ExpectedConditions.visibilityOfElementLocated(By.id("code"))).sendKeys(CODE);
        press("button.go");
    }

    private void isPaidBy(Order order, String method) throws IOException {
        shop.until(order.id(), OrderState.Bought.class);
        var gateway = method.substring(0, method.indexOf('.'));
        shop.until("the app takes webhooks of " + gateway, () -> WORLD.isReceipted(gateway));
        assertThat(shop.payments.of(order.id().value()))
                .filteredOn(payment -> payment.state() instanceof PaymentState.Captured)
                .singleElement()
                .satisfies(payment -> assertThat(payment.method().id()).isEqualTo(method))
                .extracting(PaymentView::captured)
                .isEqualTo(order.total());
        wait.until(ExpectedConditions.urlContains("/orders/" + order.number()));
        wait.until(ExpectedConditions.presenceOfElementLocated(By.id("paid")));
        picture("paid-" + method);
    }

    private String scanned() throws IOException, NotFoundException {
        var picture = ImageIO.read(
                new ByteArrayInputStream(browser.findElement(By.id("code")).getScreenshotAs(OutputType.BYTES)));
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeMultiReader().decodeMultiple(bitmap)[0].getText();
    }

    private void seesOn(String css, String words) {
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), words));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
