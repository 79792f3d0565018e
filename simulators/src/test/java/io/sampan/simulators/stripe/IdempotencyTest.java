package io.sampan.simulators.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Books;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    static final Map<String, String> KEY = Map.of("Idempotency-Key", "order-1");

    final StripeBench bench = new StripeBench(null);

    @AfterEach
    void stop() {
        bench.close();
    }

    StripeBench.Reply create(String amount) {
        return bench.post("/v1/payment_intents", KEY, "amount", amount, "currency", "eur");
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndMakesOneObject() {
        var first = create("2000");
        var second = create("2000");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.headers().firstValue("idempotent-replayed")).contains("true");
        assertThat(first.headers().firstValue("idempotent-replayed")).isEmpty();
        assertThat(bench.get("/v1/payment_intents").json().get("data")).hasSize(1);
    }

    @Test
    void theSameKeyWithOtherParametersIsAnError() {
        create("2000");
        var other = create("2001");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.at("/error/type")).isEqualTo("idempotency_error");
    }

    @Test
    void aDeclineAndABreakdownAreRepeatedToo() {
        String id = bench.intent();
        for (int i = 0; i < 2; i++) {
            var declined = bench.post(
                    "/v1/payment_intents/" + id + "/confirm", KEY, "payment_method", "pm_card_chargeDeclined");
            assertThat(declined.status()).isEqualTo(402);
        }
        assertThat(bench.get("/v1/charges").json().get("data")).hasSize(1);

        bench.stripe.act("break-next-request", Map.of());
        var broken = Map.of("Idempotency-Key", "order-2");
        for (int i = 0; i < 2; i++) {
            assertThat(bench.post("/v1/payment_intents", broken, "amount", "2000", "currency", "eur")
                            .status())
                    .isEqualTo(500);
        }
    }

    @Test
    void aRequestThatFailsValidationDoesNotUseUpItsKey() {
        assertThat(create("1").status()).isEqualTo(400);
        assertThat(create("2000").status()).isEqualTo(200);
    }

    @Test
    void aDroppedAnswerIsFoundAgainWithItsKey() {
        bench.kernel.faults().arm(Fault.once("stripe", "payment_intents", FaultKind.DROP_AFTER_SUCCESS));
        assertThatThrownBy(() -> create("2000")).hasRootCauseInstanceOf(java.io.IOException.class);
        assertThat(create("2000").status()).isEqualTo(200);
        assertThat(bench.get("/v1/payment_intents").json().get("data")).hasSize(1);
    }

    @Test
    void aKeyMayBeUsedAnewAfterADay() {
        String first = create("2000").at("/id");
        bench.kernel.clock().advance(Duration.ofHours(25));
        assertThat(create("2000").at("/id")).isNotEqualTo(first);
    }

    @Test
    void aKeyLongerThanAllowedIsRefused() {
        var key = Map.of("Idempotency-Key", "k".repeat(256));
        assertThat(bench.post("/v1/payment_intents", key, "amount", "2000", "currency", "eur")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void twoRequestsAtOnceWithOneKeyConflict() throws InterruptedException {
        var idempotency = new Idempotency(Books.inMemory(), Clock.systemUTC());
        var inside = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> idempotency.once("k", "same", "req_1", () -> {
                    inside.countDown();
                    await(release);
                    return Answer.text(200, "done");
                }));
        inside.await();
        assertThatThrownBy(() -> idempotency.once("k", "same", "req_2", () -> Answer.text(200, "twice")))
                .isInstanceOfSatisfying(
                        StripeError.class, e -> assertThat(e.answer().status()).isEqualTo(409));
        release.countDown();
        first.join();
        assertThat(idempotency
                        .once("k", "same", "req_3", () -> Answer.text(200, "twice"))
                        .text())
                .isEqualTo("done");
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
