package io.sampan.simulators.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutTest {
    final StripeBench bench = new StripeBench(null);

    @AfterEach
    void stop() {
        bench.close();
    }

    StripeBench.Reply session() {
        return bench.post(
                "/v1/checkout/sessions",
                "mode",
                "payment",
                "line_items[0][price_data][currency]",
                "eur",
                "line_items[0][price_data][unit_amount]",
                "1250",
                "line_items[0][price_data][product_data][name]",
                "Silk scarf <b>",
                "line_items[0][quantity]",
                "2",
                "payment_intent_data[capture_method]",
                "manual",
                "payment_intent_data[metadata][order]",
                "S-7",
                "client_reference_id",
                "S-7",
                "success_url",
                "http://shop.example/paid?s={CHECKOUT_SESSION_ID}",
                "cancel_url",
                "http://shop.example/cart");
    }

    String pay(StripeBench.Reply session, String number) {
        return bench.browse(session.at("/url"), card(number))
                .headers()
                .firstValue("location")
                .orElse("");
    }

    static String[] card(String number) {
        return new String[] {
            "email", "anna@example.com", "number", number, "expiry", "12/34", "cvc", "123", "name", "Anna"
        };
    }

    @Test
    void aShopperPaysOnTheHostedPageAndComesBack() {
        var session = session();
        assertThat(session.json().get("payment_intent").isNull()).isTrue();
        assertThat(session.at("/payment_status")).isEqualTo("unpaid");
        assertThat(bench.browse(session.at("/url")).body())
                .contains("€25.00", "Silk scarf &lt;b&gt;", "TEST — simulated Stripe", "http://shop.example/cart");

        String id = session.at("/id");
        assertThat(pay(session, "4242 4242 4242 4242")).isEqualTo("http://shop.example/paid?s=" + id);

        var done = bench.get("/v1/checkout/sessions/" + id + "?expand[]=payment_intent.latest_charge");
        assertThat(done.at("/status")).isEqualTo("complete");
        assertThat(done.at("/payment_intent/status")).isEqualTo("requires_capture");
        assertThat(done.at("/payment_intent/metadata/order")).isEqualTo("S-7");
        assertThat(done.at("/payment_intent/latest_charge/payment_method_details/card/last4"))
                .isEqualTo("4242");
        assertThat(done.at("/client_reference_id")).isEqualTo("S-7");
        String intent = done.at("/payment_intent/id");
        bench.post("/v1/payment_intents/" + intent + "/capture");
        assertThat(bench.get("/v1/checkout/sessions?payment_intent=" + intent).at("/data/0/payment_status"))
                .isEqualTo("paid");
        assertThat(bench.pushedTypes()).contains("checkout.session.completed");
    }

    @ParameterizedTest
    @CsvSource({"auto, open", "pt-BR, open", "zh-HK, open", "zh-Hans,", "ar,", "xx,"})
    void thePageSpeaksTheLanguagesOfTheListAndNoOthers(String locale, String status) {
        var session = bench.post(
                "/v1/checkout/sessions",
                "mode",
                "payment",
                "line_items[0][price_data][currency]",
                "eur",
                "line_items[0][price_data][unit_amount]",
                "1250",
                "line_items[0][price_data][product_data][name]",
                "Silk scarf",
                "success_url",
                "http://shop.example/paid",
                "locale",
                locale);
        if (status == null) {
            assertThat(session.at("/error/param")).isEqualTo("locale");
        } else {
            assertThat(session.at("/status")).isEqualTo(status);
        }
    }

    @Test
    void payingTwiceChargesOnce() {
        var session = session();
        pay(session, "4242424242424242");
        assertThat(pay(session, "4242424242424242")).contains("/paid?s=");
        assertThat(bench.get("/v1/charges").json().get("data")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, Your card was declined.",
        "4000000000009995, Your card has insufficient funds.",
        "4111111111111111, non test card",
    })
    void aDeclineIsToldOnThePageAndAnotherCardMayBeTried(String number, String told) {
        var session = session();
        var page = bench.browse(session.at("/url"), card(number));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(told);
        assertThat(bench.pushedTypes())
                .contains("payment_intent.payment_failed")
                .doesNotContain("checkout.session.completed");
        assertThat(pay(session, "4242424242424242")).contains("/paid?s=");
        assertThat(bench.get("/v1/payment_intents").json().get("data")).hasSize(1);
    }

    @Test
    void aChallengeMayFailAndMayThenBePassed() {
        var session = session();
        String challenge = pay(session, "4000002500003155");
        assertThat(challenge).startsWith("/c/challenge/pi_");
        String back = bench.browse(challenge, "outcome", "fail")
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(bench.browse(back).body()).contains("unable to authenticate");
        String again = pay(session, "4000000000003220");
        assertThat(bench.browse(again, "outcome", "complete")
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .contains("http://shop.example/paid");
        assertThat(bench.get("/v1/checkout/sessions/" + session.at("/id")).at("/status"))
                .isEqualTo("complete");
    }

    @ParameterizedTest
    @CsvSource({
        "number, 4242424242424241, Your card number is invalid.",
        "number, '', Required",
        "expiry, 11/25, in the past",
        "expiry, 13/30, incomplete",
        "cvc, 12, security code is incomplete",
        "email, anna, email is incomplete",
    })
    void aSlipOfTheFingerIsToldBeforeAnyCharge(String field, String value, String told) {
        var session = session();
        String[] card = card("4242424242424242");
        for (int i = 0; i < card.length; i += 2) {
            card[i + 1] = card[i].equals(field) ? value : card[i + 1];
        }
        assertThat(bench.browse(session.at("/url"), card).body()).contains(told);
        assertThat(bench.get("/v1/payment_intents").json().get("data")).isEmpty();
    }

    @Test
    void aTestCardFillsTheForm() {
        assertThat(bench.browse(session().at("/url") + "?card=4000000000000002").body())
                .contains("value=\"4000 0000 0000 0002\"");
    }

    @Test
    void anOpenSessionCanBeExpiredAndAPaidOneCannot() {
        var session = session();
        String path = "/v1/checkout/sessions/" + session.at("/id");
        assertThat(bench.post(path + "/expire").at("/status")).isEqualTo("expired");
        assertThat(bench.post(path + "/expire").status()).isEqualTo(400);
        assertThat(bench.browse(session.at("/url"), card("4242424242424242")).body())
                .contains("This page has expired");
        assertThat(bench.get("/v1/charges").json().get("data")).isEmpty();
        var paid = session();
        pay(paid, "4242424242424242");
        assertThat(bench.post("/v1/checkout/sessions/" + paid.at("/id") + "/expire")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aSessionExpiresByItselfAfterADayAndItsIntentIsCanceled() {
        var session = session();
        bench.browse(session.at("/url"), card("4000000000000002"));
        String intent = bench.get("/v1/payment_intents").at("/data/0/id");
        assertThat(bench.post("/v1/payment_intents/" + intent + "/cancel").status())
                .isEqualTo(400);
        bench.kernel.clock().advance(Duration.ofHours(25));
        assertThat(bench.get("/v1/checkout/sessions/" + session.at("/id")).at("/status"))
                .isEqualTo("expired");
        assertThat(bench.get("/v1/payment_intents/" + intent).at("/status")).isEqualTo("canceled");
        assertThat(bench.pushedTypes()).contains("checkout.session.expired", "payment_intent.canceled");
    }

    @Test
    void theExpiryLiesBetweenHalfAnHourAndADay() {
        long now = bench.kernel.clock().now().getEpochSecond();
        for (long at : new long[] {now + 60, now + 90_000}) {
            assertThat(bench.post(
                                    "/v1/checkout/sessions",
                                    "mode",
                                    "payment",
                                    "line_items[0][price_data][currency]",
                                    "eur",
                                    "line_items[0][price_data][unit_amount]",
                                    "1250",
                                    "line_items[0][price_data][product_data][name]",
                                    "x",
                                    "success_url",
                                    "http://shop.example/",
                                    "expires_at",
                                    String.valueOf(at))
                            .at("/error/param"))
                    .isEqualTo("expires_at");
        }
    }
}
