package io.sampan.simulators.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentIntentsTest {
    final StripeBench bench = new StripeBench(null);

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void paysAtOnceWhenCaptureIsAutomatic() {
        String id = bench.intent();
        var paid = bench.post("/v1/payment_intents/" + id + "/confirm", "payment_method", "pm_card_visa");
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.at("/status")).isEqualTo("succeeded");
        assertThat(paid.json().at("/amount_received").asInt()).isEqualTo(2000);
        assertThat(paid.at("/metadata/order")).isEqualTo("S-1");
        assertThat(paid.headers().firstValue("request-id")).get().asString().startsWith("req_");
        var charge = bench.get("/v1/charges/" + paid.at("/latest_charge") + "?expand[]=balance_transaction");
        assertThat(charge.json().at("/balance_transaction/fee").asInt()).isEqualTo(88);
        assertThat(charge.json().at("/balance_transaction/net").asInt()).isEqualTo(1912);
        assertThat(bench.pushedTypes())
                .contains("payment_intent.created", "charge.succeeded", "payment_intent.succeeded");
    }

    @Test
    void holdsTheMoneyAndTakesPartOfItOnceWhenCaptureIsManual() {
        String id = bench.intent("capture_method", "manual", "payment_method", "pm_card_visa", "confirm", "true");
        assertThat(bench.get("/v1/payment_intents/" + id).at("/status")).isEqualTo("requires_capture");
        var tooMuch = bench.post("/v1/payment_intents/" + id + "/capture", "amount_to_capture", "2001");
        assertThat(tooMuch.status()).isEqualTo(400);
        var taken = bench.post("/v1/payment_intents/" + id + "/capture", "amount_to_capture", "1500");
        assertThat(taken.at("/status")).isEqualTo("succeeded");
        assertThat(taken.json().at("/amount_received").asInt()).isEqualTo(1500);
        assertThat(taken.json().at("/amount_capturable").asInt()).isZero();
        var again = bench.post("/v1/payment_intents/" + id + "/capture", "amount_to_capture", "500");
        assertThat(again.at("/error/code")).isEqualTo("payment_intent_unexpected_state");
        assertThat(bench.pushedTypes())
                .contains("payment_intent.amount_capturable_updated", "payment_intent.succeeded");
    }

    @Test
    void aHoldThatNobodyCapturesIsLetGoAfterSevenDays() {
        String id = bench.intent("capture_method", "manual", "payment_method", "pm_card_visa", "confirm", "true");
        bench.kernel.clock().advance(Duration.ofDays(6));
        assertThat(bench.get("/v1/payment_intents/" + id).at("/status")).isEqualTo("requires_capture");
        bench.kernel.clock().advance(Duration.ofDays(2));
        assertThat(bench.get("/v1/payment_intents/" + id).at("/status")).isEqualTo("canceled");
        assertThat(bench.pushedTypes()).contains("payment_intent.canceled");
    }

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource({
        "confirm, requires_payment_method, payment_intent_unexpected_state",
        "confirm, requires_confirmation, ok",
        "confirm, requires_action, ok",
        "confirm, processing, payment_intent_unexpected_state",
        "confirm, requires_capture, payment_intent_unexpected_state",
        "confirm, succeeded, payment_intent_unexpected_state",
        "confirm, canceled, payment_intent_unexpected_state",
        "capture, requires_payment_method, payment_intent_unexpected_state",
        "capture, requires_confirmation, payment_intent_unexpected_state",
        "capture, requires_action, payment_intent_unexpected_state",
        "capture, processing, payment_intent_unexpected_state",
        "capture, requires_capture, ok",
        "capture, succeeded, payment_intent_unexpected_state",
        "capture, canceled, payment_intent_unexpected_state",
        "cancel, requires_payment_method, ok",
        "cancel, requires_confirmation, ok",
        "cancel, requires_action, ok",
        "cancel, processing, payment_intent_unexpected_state",
        "cancel, requires_capture, ok",
        "cancel, succeeded, payment_intent_unexpected_state",
        "cancel, canceled, payment_intent_unexpected_state",
    })
    void eachMoveIsAllowedFromItsStatesOnly(String move, String from, String outcome) {
        String id = in(from);
        assertThat(bench.get("/v1/payment_intents/" + id).at("/status")).isEqualTo(from);
        var reply = bench.post("/v1/payment_intents/" + id + "/" + move);
        assertThat(reply.status()).isEqualTo(outcome.equals("ok") ? 200 : 400);
        if (!outcome.equals("ok")) {
            assertThat(reply.at("/error/code")).isEqualTo(outcome);
            assertThat(reply.at("/error/type")).isEqualTo("invalid_request_error");
            assertThat(reply.at("/error/payment_intent/id")).isEqualTo(id);
            assertThat(bench.get("/v1/payment_intents/" + id).at("/status")).isEqualTo(from);
        }
    }

    String in(String state) {
        return switch (state) {
            case "requires_payment_method" -> bench.intent();
            case "requires_confirmation" -> bench.intent("payment_method", "pm_card_visa");
            case "requires_action" ->
                bench.intent("payment_method", "pm_card_threeDSecure2Required", "confirm", "true");
            case "processing" -> {
                bench.kernel.faults().arm(Fault.once("stripe", "pay", FaultKind.PAY_UNCLEAR));
                yield bench.intent("payment_method", "pm_card_visa", "confirm", "true");
            }
            case "requires_capture" ->
                bench.intent("payment_method", "pm_card_visa", "confirm", "true", "capture_method", "manual");
            case "succeeded" -> bench.intent("payment_method", "pm_card_visa", "confirm", "true");
            case "canceled" -> {
                String id = bench.intent();
                bench.post("/v1/payment_intents/" + id + "/cancel");
                yield id;
            }
            default -> throw new IllegalArgumentException(state);
        };
    }

    @Test
    void anUnclearPaymentIsKnownAFewMinutesLater() {
        String id = in("processing");
        bench.kernel.clock().advance(Duration.ofMinutes(11));
        assertThat(bench.get("/v1/payment_intents/" + id).at("/status")).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, card_declined, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_chargeDeclinedExpiredCard, expired_card, ''",
    })
    void aDeclinedCardLeavesTheIntentReadyForAnother(String method, String code, String declineCode) {
        String id = bench.intent();
        var declined = bench.post("/v1/payment_intents/" + id + "/confirm", "payment_method", method);
        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.at("/error/type")).isEqualTo("card_error");
        assertThat(declined.at("/error/code")).isEqualTo(code);
        assertThat(declined.at("/error/decline_code")).isEqualTo(declineCode);
        var now = bench.get("/v1/payment_intents/" + id);
        assertThat(now.at("/status")).isEqualTo("requires_payment_method");
        assertThat(now.at("/last_payment_error/code")).isEqualTo(code);
        assertThat(bench.get("/v1/charges/" + now.at("/latest_charge")).at("/status"))
                .isEqualTo("failed");
        assertThat(bench.pushedTypes()).contains("payment_intent.payment_failed");
        var paid = bench.post("/v1/payment_intents/" + id + "/confirm", "payment_method", "pm_card_visa");
        assertThat(paid.at("/status")).isEqualTo("succeeded");
        assertThat(paid.json().get("last_payment_error").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"complete, succeeded, succeeded", "fail, requires_payment_method, failed"})
    void aChallengeSendsTheShopperToTheBankAndBack(String answer, String status, String redirect) {
        String id = bench.intent();
        var asked = bench.post(
                "/v1/payment_intents/" + id + "/confirm",
                "payment_method",
                "pm_card_threeDSecure2Required",
                "return_url",
                "http://shop.example/back?o=1");
        assertThat(asked.at("/status")).isEqualTo("requires_action");
        String page = asked.at("/next_action/redirect_to_url/url");
        assertThat(bench.browse(page).body()).contains("3-D Secure", "€20.00");
        String back = bench.browse(page, "outcome", answer)
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(back)
                .startsWith("http://shop.example/back?o=1&payment_intent=" + id)
                .endsWith("redirect_status=" + redirect);
        assertThat(bench.get("/v1/payment_intents/" + id).at("/status")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "amount=2000, parameter_missing",
        "amount=49&currency=eur, amount_too_small",
        "amount=0&currency=eur, parameter_invalid_integer",
        "amount=12.50&currency=eur, parameter_invalid_integer",
        "amount=100000000&currency=eur, amount_too_large",
        "amount=2000&currency=xxx, ''",
        "amount=2000&currency=eur&colour=red, parameter_unknown",
        "amount=2000&currency=eur&payment_method=pm_card_visa&confirm=true, ''",
    })
    void refusesParametersThatStripeRefuses(String form, String code) {
        String[] pairs = java.util.Arrays.stream(form.split("&"))
                .flatMap(pair -> java.util.Arrays.stream(pair.split("=", 2)))
                .toArray(String[]::new);
        var reply = bench.post("/v1/payment_intents", pairs);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/error/type")).isEqualTo("invalid_request_error");
        assertThat(reply.at("/error/code")).isEqualTo(code);
        assertThat(bench.get("/v1/payment_intents").json().get("data")).isEmpty();
    }

    @Test
    void refusesAWrongKeyWithoutRepeatingIt() {
        var reply = bench.post(
                "/v1/payment_intents", Map.of("Authorization", "Bearer sk_test_wrongwrong9999"), "amount", "2000");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/error/message"))
                .contains("sk_test_")
                .endsWith("9999")
                .doesNotContain("wrong");
        assertThat(bench.post("/v1/refunds", Map.of("Authorization", "none")).status())
                .isEqualTo(401);
    }

    @Test
    void saysWhatDoesNotExist() {
        var reply = bench.get("/v1/payment_intents/pi_none");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/error/code")).isEqualTo("resource_missing");
        assertThat(bench.get("/v1/unicorns").status()).isEqualTo(404);
    }

    @Test
    void listsNewestFirstAPageAtATime() {
        String first = bench.intent();
        String second = bench.intent();
        String third = bench.intent();
        var page = bench.get("/v1/payment_intents?limit=2");
        assertThat(page.at("/data/0/id")).isEqualTo(third);
        assertThat(page.at("/data/1/id")).isEqualTo(second);
        assertThat(page.json().get("has_more").asBoolean()).isTrue();
        assertThat(bench.get("/v1/payment_intents?starting_after=" + second).at("/data/0/id"))
                .isEqualTo(first);
    }
}
