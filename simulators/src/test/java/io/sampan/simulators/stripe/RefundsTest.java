package io.sampan.simulators.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundsTest {
    @TempDir
    Path folder;

    StripeBench bench = new StripeBench(null);

    @AfterEach
    void stop() {
        bench.close();
    }

    String paid() {
        return bench.intent("payment_method", "pm_card_visa", "confirm", "true");
    }

    StripeBench.Reply refund(String intent, String... more) {
        String[] pairs = new String[more.length + 2];
        pairs[0] = "payment_intent";
        pairs[1] = intent;
        System.arraycopy(more, 0, pairs, 2, more.length);
        return bench.post("/v1/refunds", pairs);
    }

    @Test
    void severalPartsMayGoBackUntilNothingIsLeft() {
        String intent = paid();
        assertThat(refund(intent, "amount", "500").status()).isEqualTo(200);
        assertThat(refund(intent, "amount", "1501").at("/error/message")).contains("greater than unrefunded amount");
        assertThat(refund(intent).json().get("amount").asInt()).isEqualTo(1500);
        assertThat(refund(intent).at("/error/code")).isEqualTo("charge_already_refunded");
        var list = bench.get("/v1/refunds?payment_intent=" + intent);
        assertThat(list.json().get("data")).hasSize(2);
        assertThat(bench.pushedTypes()).contains("charge.refunded");
    }

    @Test
    void aRefundIsPendingFirstAndSucceedsSoon() {
        var refund = refund(paid());
        assertThat(refund.at("/status")).isEqualTo("pending");
        bench.kernel.clock().advance(Duration.ofMinutes(6));
        assertThat(bench.get("/v1/refunds/" + refund.at("/id")).at("/status")).isEqualTo("succeeded");
        assertThat(bench.pushedTypes()).contains("refund.updated");
    }

    @Test
    void aFailedRefundGivesTheMoneyBackToTheMerchant() {
        bench.stripe.act("fail-next-refund", Map.of());
        String intent = paid();
        var refund = refund(intent);
        bench.kernel.clock().advance(Duration.ofMinutes(6));
        assertThat(bench.get("/v1/refunds/" + refund.at("/id")).at("/status")).isEqualTo("failed");
        assertThat(bench.pushedTypes()).contains("refund.failed");
        assertThat(refund(intent).status()).isEqualTo(200);
    }

    @Test
    void aRefundMayFailAfterItHadSucceeded() {
        bench.stripe.act("fail-next-refund", Map.of("late", "true"));
        var refund = refund(paid());
        bench.kernel.clock().advance(Duration.ofDays(1));
        assertThat(bench.get("/v1/refunds/" + refund.at("/id")).at("/status")).isEqualTo("succeeded");
        bench.kernel.clock().advance(Duration.ofDays(2));
        assertThat(bench.get("/v1/refunds/" + refund.at("/id")).at("/status")).isEqualTo("failed");
    }

    @Test
    void whatWasOnlyHeldCannotBeRefunded() {
        String held = bench.intent("payment_method", "pm_card_visa", "confirm", "true", "capture_method", "manual");
        assertThat(refund(held).at("/error/message")).contains("does not have a successful charge");
        bench.post("/v1/payment_intents/" + held + "/capture", "amount_to_capture", "700");
        assertThat(refund(held, "amount", "701").status()).isEqualTo(400);
        assertThat(refund(held, "amount", "700").status()).isEqualTo(200);
    }

    @Test
    void whatWasPendingAtARestartSettlesAfterIt() {
        bench.close();
        bench = new StripeBench(folder);
        String refund = refund(paid()).at("/id");
        bench.close();
        bench = new StripeBench(folder);
        bench.kernel.clock().advance(Duration.ofMinutes(6));
        assertThat(bench.get("/v1/refunds/" + refund).at("/status")).isEqualTo("succeeded");
    }
}
