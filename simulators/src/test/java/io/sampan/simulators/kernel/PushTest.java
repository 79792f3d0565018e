package io.sampan.simulators.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushTest {
    final Kernel kernel = Kernel.over(null);
    final List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger failures = new AtomicInteger();
    final Service receiver = new Service("receiver", 0, this::receive, new Faults());

    Answer receive(Question q) {
        if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return Answer.text(500, "not now");
        }
        arrived.add(q.text() + " " + q.header("sign"));
        return Answer.text(200, "ok");
    }

    @BeforeEach
    void register() {
        kernel.webhooks().set("carrier", receiver.address() + "/hook");
    }

    @AfterEach
    void stop() {
        receiver.close();
        kernel.close();
    }

    @Test
    void deliversASignedMessageAndSaysSo() {
        var delivered = new AtomicInteger();
        kernel.push().send("carrier", () -> message("a"), delivered::incrementAndGet);
        quiet();
        assertThat(arrived).containsExactly("a sig5");
        assertThat(delivered).hasValue(1);
    }

    @Test
    void triesAgainInWorldTimeUntilTheReceiverTakesIt() {
        kernel.push().retry("carrier", List.of(Duration.ofMinutes(10), Duration.ofHours(2)));
        failures.set(2);
        kernel.push().send("carrier", () -> message("a"));
        quiet();
        assertThat(arrived).isEmpty();
        kernel.clock().advance(Duration.ofMinutes(11));
        assertThat(arrived).isEmpty();
        kernel.clock().advance(Duration.ofHours(2));
        assertThat(arrived).containsExactly("a sig5");
    }

    @Test
    void givesUpAfterItsLastTry() {
        kernel.push().retry("carrier", List.of(Duration.ofMinutes(10)));
        failures.set(2);
        kernel.push().send("carrier", () -> message("a"));
        kernel.clock().advance(Duration.ofDays(9));
        assertThat(arrived).isEmpty();
        assertThat(failures).hasValue(0);
    }

    @Test
    void canArriveTwice() {
        kernel.faults().arm(Fault.once("carrier", "topic", FaultKind.DUPLICATE_PUSH));
        kernel.push().send("carrier", () -> message("a"));
        quiet();
        assertThat(arrived).containsExactly("a sig5", "a sig5");
    }

    @Test
    void canArriveAfterTheOneBehindIt() {
        kernel.faults().arm(Fault.once("carrier", "*", FaultKind.REORDER_PUSH));
        kernel.push().send("carrier", () -> message("a"));
        quiet();
        kernel.push().send("carrier", () -> message("b"));
        kernel.clock().advance(Duration.ZERO);
        quiet();
        assertThat(arrived).containsExactly("b sig5", "a sig5");
    }

    @Test
    void aHeldMessageWithNothingBehindItGoesOutByItself() {
        kernel.faults().arm(Fault.once("carrier", "*", FaultKind.REORDER_PUSH));
        kernel.push().send("carrier", () -> message("a"));
        quiet();
        kernel.clock().advance(Duration.ofMinutes(1));
        assertThat(arrived).containsExactly("a sig5");
    }

    @Test
    void canCarryABadSignatureInAHeaderOrInAForm() {
        kernel.faults().arm(new Fault("carrier", "*", FaultKind.BAD_PUSH_SIGNATURE, 2, 0, 0));
        kernel.push().send("carrier", () -> message("a"));
        quiet();
        kernel.push().send("carrier", () -> new PushMessage("form", Map.of(), "m=1&sign=ab0&z=2".getBytes(), "sign"));
        quiet();
        assertThat(arrived).containsExactly("a sig0", "m=1&sign=ab1&z=2 ");
    }

    @Test
    void callsNobodyOutsideThisMachine() {
        assertThatThrownBy(() -> kernel.webhooks().set("carrier", "http://example.com/hook"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kernel.webhooks().set("carrier", "file:///etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    void quiet() {
        kernel.push().settle(Duration.ofSeconds(5));
    }

    static PushMessage message(String body) {
        return PushMessage.json("some.topic", body, "sign", "sig5");
    }
}
