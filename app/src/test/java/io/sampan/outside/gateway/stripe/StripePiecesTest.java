package io.sampan.outside.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Gateway.Demand;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Standing;
import io.sampan.outside.wire.WireOfATest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Each verb with its recorded pieces: what we ask for, what goes out, what comes back, what we make of it. */
class StripePiecesTest {
    private static final Money PRICE = Money.of(1_850, "EUR");
    private static final String ID = "01a20320-a200-72d6-b168-fceeb8a12fb3";
    private final CannedStripe stripe;
    private final StripeGateway gateway;

    StripePiecesTest() throws IOException {
        stripe = new CannedStripe();
        gateway = gateway("2s");
    }

    @BeforeEach
    void nothingAsked() {
        assertThat(stripe.asked).isEmpty();
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void opensAPage() throws IOException {
        stripe.answers(200, "open");
        var session = "cs_test_a1Ae6ClgOkjygKwrf9B3L6ITtUuZW4Xx9FivL6DZYoYFdfAefQxsYpJJd3";
        assertThat(gateway.open(demand(PRICE)))
                .isEqualTo(new Opened.Ready(
                        session,
                        URI.create("https://checkout.stripe.com/c/pay/" + session),
                        Instant.ofEpochSecond(1_795_420_800)));
        assertThat(stripe.asked).containsExactly(CannedStripe.question("open"));
    }

    @Test
    void looksAtAPayment() throws IOException {
        stripe.answers(200, "look-authorised")
                .answers(200, "look-declined")
                .answers(200, "look-expired")
                .answers(200, "open");
        assertThat(gateway.look("cs_1")).isEqualTo(new Standing.Authorised(PRICE));
        assertThat(gateway.look("cs_1")).isEqualTo(new Standing.Open("insufficient_funds"));
        assertThat(gateway.look("cs_1")).isEqualTo(new Standing.Closed("expired"));
        assertThat(gateway.look("cs_1")).isEqualTo(new Standing.Open(null));
        assertThat(stripe.asked.getFirst()).isEqualTo(CannedStripe.question("look"));
    }

    @Test
    void capturesWithTheFee() throws IOException {
        stripe.answers(200, "look-authorised").answers(200, "capture");
        assertThat(gateway.capture("cs_1", PRICE, "capture:" + ID + ":1"))
                .isEqualTo(new Standing.Captured(PRICE, Money.of(84, "EUR")));
        assertThat(stripe.asked).containsExactly(CannedStripe.question("look"), CannedStripe.question("capture"));
    }

    @Test
    void tellsARefusedCaptureByStripesCode() throws IOException {
        stripe.answers(200, "look-authorised").answers(400, "capture-refused");
        assertThat(gateway.capture("cs_1", PRICE, "k"))
                .isEqualTo(new Standing.Refused("payment_intent_unexpected_state"));
    }

    @Test
    void cancelsAnAuthorisationAndExpiresAnOpenPage() throws IOException {
        stripe.answers(200, "look-authorised").answersText(200, "{}").answers(200, "look-expired");
        assertThat(gateway.cancel("cs_1", "cancel:1")).isEqualTo(new Standing.Closed("expired"));
        assertThat(stripe.asked.get(1)).isEqualTo(CannedStripe.question("cancel"));
        stripe.asked.clear();
        stripe.answers(200, "look-declined").answersText(200, "{}").answers(200, "look-expired");
        assertThat(gateway.cancel("cs_1", "cancel:1")).isEqualTo(new Standing.Closed("expired"));
        assertThat(stripe.asked.get(1)).isEqualTo(CannedStripe.question("expire"));
    }

    @Test
    void refundsAfterLookingForTheRefund() throws IOException {
        stripe.answers(200, "look-authorised").answers(200, "refunds-none").answers(200, "refund");
        assertThat(gateway.refund("cs_1", Money.of(400, "EUR"), "refund-key-1"))
                .isEqualTo(new Returned.Pending("re_1"));
        assertThat(stripe.asked)
                .containsExactly(
                        CannedStripe.question("look"),
                        CannedStripe.question("refunds"),
                        CannedStripe.question("refund"));
    }

    @Test
    void findsARefundThatWasMadeLongAgo() throws IOException {
        stripe.answers(200, "look-authorised").answers(200, "refunds-known");
        assertThat(gateway.refund("cs_1", Money.of(400, "EUR"), "refund-key-1"))
                .isEqualTo(new Returned.Pending("re_1"));
        assertThat(stripe.asked).hasSize(2);
    }

    @Test
    void tellsARefusedRefundByStripesCode() throws IOException {
        stripe.answers(200, "look-authorised").answers(200, "refunds-none").answers(400, "refund-refused");
        assertThat(gateway.refund("cs_1", Money.of(400, "EUR"), "k"))
                .isEqualTo(new Returned.Refused("charge_already_refunded"));
    }

    @Test
    void looksAtARefund() throws IOException {
        stripe.answers(200, "look-at-refund-failed");
        assertThat(gateway.lookAtRefund("re_1")).isEqualTo(new Returned.Failed("re_1", "lost_or_stolen_card"));
        assertThat(stripe.asked).containsExactly(CannedStripe.question("look-at-refund"));
    }

    @Test
    void knowsWhatEachKindOfFailureMeans() {
        stripe.answersText(500, "{}");
        assertThat(gateway.open(demand(PRICE))).isInstanceOf(Opened.Unclear.class);
        stripe.answersText(409, "{}");
        assertThat(gateway.open(demand(PRICE))).isInstanceOf(Opened.Unclear.class);
        stripe.answersText(200, "not json");
        assertThat(gateway.open(demand(PRICE))).isInstanceOf(Opened.Unclear.class);
        stripe.answersText(429, "{}");
        assertThat(gateway.open(demand(PRICE))).isInstanceOf(Opened.Later.class);
        stripe.answersText(401, "{}");
        assertThat(gateway.open(demand(PRICE))).isInstanceOf(Opened.Later.class);
        stripe.answersText(400, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"amount_too_small\"}}");
        assertThat(gateway.open(demand(PRICE))).isEqualTo(new Opened.Refused("amount_too_small"));
        stripe.answersText(404, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"resource_missing\"}}");
        assertThat(gateway.look("cs_0")).isEqualTo(new Standing.Refused("resource_missing"));
        stripe.answersText(503, "");
        assertThat(gateway.look("cs_0")).isInstanceOf(Standing.Unclear.class);
    }

    @Test
    void nobodyThereMeansThatNothingWasDone() {
        stripe.close();
        assertThat(gateway.open(demand(PRICE))).isInstanceOf(Opened.Later.class);
        assertThat(gateway.look("cs_1")).isInstanceOf(Standing.Unclear.class);
    }

    @Test
    void countsAmountsAsStripeDoes() {
        var units = new StripeUnits(Map.of("UGX", 2));
        assertThat(units.count(Money.of(1_850, "EUR"))).isEqualTo(1_850);
        assertThat(units.count(Money.of(500, "JPY"))).isEqualTo(500);
        assertThat(units.count(Money.of(5, "ISK"))).isEqualTo(500);
        assertThat(units.count(Money.of(500, "MGA"))).isEqualTo(5);
        assertThat(units.count(Money.of(5, "UGX"))).isEqualTo(500);
        assertThat(units.money(500, "isk")).isEqualTo(Money.of(5, "ISK"));
        assertThat(units.money(1_850, "eur")).isEqualTo(Money.of(1_850, "EUR"));
    }

    @Test
    void asksForThePageInALanguageThatStripeSpeaks() throws IOException {
        for (var language : Map.of("de-DE", "de", "zh-CN", "zh", "pt-BR", "pt-BR", "ar", "auto")
                .entrySet()) {
            stripe.answers(200, "open");
            var demand = demand(PRICE);
            gateway.open(new Demand(
                    demand.key(),
                    PRICE,
                    "x".repeat(400),
                    demand.success(),
                    demand.cancel(),
                    Locale.forLanguageTag(language.getKey()),
                    "card",
                    "",
                    null));
            assertThat(stripe.asked.getLast().form())
                    .containsEntry("locale", language.getValue())
                    .containsEntry("line_items[0][price_data][product_data][name]", "x".repeat(250));
        }
    }

    @Test
    void neverPrintsItsKeys() {
        assertThat(settings("1s").toString()).doesNotContain("sk_test_1").doesNotContain("whsec_1");
    }

    private StripeGateway gateway(String limit) {
        var settings = settings(limit);
        return new StripeGateway(
                new StripeApi(
                        WireOfATest.plain(Clock.systemUTC()),
                        settings,
                        JsonMapper.builder().build()),
                new StripeUnits(null));
    }

    private StripeSettings settings(String limit) {
        return new StripeSettings(
                stripe.address(),
                "sk_test_1",
                "whsec_1",
                "2026-07-29.dahlia",
                Duration.parse("PT" + limit),
                Duration.ofSeconds(300),
                null);
    }

    private static Demand demand(Money amount) {
        return new Demand(
                ID,
                amount,
                "Sampan 订单 SP-7F3K2Q",
                URI.create("https://shop.example/orders/1?paid=1"),
                URI.create("https://shop.example/orders/1"),
                Locale.GERMANY,
                "card",
                "",
                null);
    }
}
