package io.sampan.outside.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.OneWorld;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.Rail;
import io.sampan.outside.gateway.Standing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stripe's official SDK and our client: each reads what the other began, and each takes the other's webhooks. */
class StripeSdkTest {
    private final OneWorld world = new OneWorld(Rail.STRIPE_CARD);
    private final StripeClient sdk = StripeClient.builder()
            .setApiKey(world.credential("secretKey"))
            .setApiBase(world.address().toString())
            .build();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theSdkReadsAndGivesBackWhatWeTook() throws StripeException {
        var opened = (Opened.Ready) world.ours().open(world.demand());
        assertThat(world.pays(opened.page())).isTrue();
        world.ours().capture(opened.gatewayReference(), Money.of(18_500, "EUR"), "capture");
        var session = session(opened.gatewayReference());
        assertThat(session.getStatus()).isEqualTo("complete");
        assertThat(session.getAmountTotal()).isEqualTo(18_500);
        var refund = sdk.v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(session.getPaymentIntent())
                        .setAmount(8_500L)
                        .build());
        assertThat(refund.getStatus()).isEqualTo("pending");
        assertThat(world.ours().look(opened.gatewayReference())).isInstanceOf(Standing.Captured.class);
    }

    @Test
    void weTakeWhatTheSdkOpened() throws StripeException {
        var session = sdk.v1()
                .checkout()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.PAYMENT)
                        .setSuccessUrl("https://shop.example/orders/1/paid")
                        .addLineItem(SessionCreateParams.LineItem.builder()
                                .setQuantity(1L)
                                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                        .setCurrency("eur")
                                        .setUnitAmount(18_500L)
                                        .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                                .setName("代购 汉服")
                                                .build())
                                        .build())
                                .build())
                        .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                                .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                                .build())
                        .build());
        assertThat(world.pays(URI.create(session.getUrl()))).isTrue();
        assertThat(world.ours().look(session.getId())).isEqualTo(new Standing.Authorised(Money.of(18_500, "EUR")));
    }

    @Test
    void eachTakesTheOthersWebhooks()
            throws InterruptedException, SignatureVerificationException, NoSuchAlgorithmException, InvalidKeyException {
        var secret = world.credential("webhookSecret");
        var ours = new StripeSignature(secret, Duration.ofMinutes(5));
        var opened = (Opened.Ready) world.ours().open(world.demand());
        world.pays(opened.page());
        var pushed = world.pushed();
        var event = Webhook.constructEvent(
                pushed.body(), pushed.headers().getFirst("Stripe-Signature"), secret, 300, world.clock());
        assertThat(event.getId()).startsWith("evt_");
        assertThat(event.getType())
                .isIn(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.amount_capturable_updated",
                        "checkout.session.completed");
        var now = world.clock().instant();
        var header = Webhook.Signature.generateSignatureHeader("{\"id\":\"代购\"}", secret, now.getEpochSecond());
        assertThat(ours.fits(header, "{\"id\":\"代购\"}".getBytes(StandardCharsets.UTF_8), now))
                .isTrue();
        assertThat(ours.fits(header, "{\"id\":\"代购x\"}".getBytes(StandardCharsets.UTF_8), now))
                .isFalse();
    }

    private Session session(String id) throws StripeException {
        return sdk.v1().checkout().sessions().retrieve(id);
    }
}
