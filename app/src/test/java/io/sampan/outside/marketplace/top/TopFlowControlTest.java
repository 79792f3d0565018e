package io.sampan.outside.marketplace.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.RecordedGateway;
import io.sampan.outside.marketplace.Stall;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.wire.Hands;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TOP's flow control is obeyed to the second, and nobody is called meanwhile. Source: docs/sources/openmall.md "Flow control". */
class TopFlowControlTest {
    /** Four in the afternoon in China. */
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    final Hands clock = new Hands(NOW);
    final Stall stall = new Stall(clock);
    RecordedGateway gateway;
    OpenMall connector;

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordedGateway("openmall");
        var settings = new OpenMallSettings(
                gateway.at("/router/rest"),
                "33000101",
                "helloworld",
                "6200test",
                "",
                "舢板集运",
                "330108",
                "SP1001",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofHours(6),
                3,
                Duration.ofHours(12),
                Duration.ofMinutes(5));
        connector = new OpenMall(settings, stall.wire, stall.tokens, clock);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Duration wait(OrderRead read) {
        return ((OrderRead.Later) read).after();
    }

    private UpstreamOrder order() {
        return OpenMallRecordedTest.order("", UpstreamOrder.State.SHIPPED, List.of());
    }

    @Test
    void waitsTheSecondsThatItIsToldAndOneMoreAndThenAsks() throws IOException {
        gateway.replies("error-flow-control");
        assertThat(wait(connector.read("1"))).isEqualTo(Duration.ofSeconds(61));
        clock.now = NOW.plusSeconds(40);
        assertThat(wait(connector.read("1"))).isEqualTo(Duration.ofSeconds(21));
        clock.now = NOW.plusMillis(60_999);
        assertThat(wait(connector.read("1"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(gateway.asked).as("nobody was called meanwhile").hasSize(1);
        clock.now = NOW.plusSeconds(61);
        gateway.replies("trade");
        assertThat(connector.read("1")).isInstanceOf(OrderRead.Present.class);
    }

    @Test
    void aBanOfOneApiStopsNoOther() throws IOException {
        gateway.replies("error-flow-control");
        gateway.replies("trace");
        connector.read("1");
        assertThat(connector.trace(order())).isInstanceOf(OrderRead.Traced.class);
    }

    @ParameterizedTest
    @CsvSource({"'', 28800", "This ban will last for 7200 more seconds, 7201"})
    void theAppsDayEndsAtMidnightInChinaUnlessItIsToldOtherwise(String words, long seconds) {
        gateway.replies(200, """
                {"error_response":{"code":7,"msg":"App Call Limited",
                    "sub_code":"accesscontrol.limited-by-app-access-count","sub_msg":"%s"}}""".formatted(words));
        assertThat(wait(connector.read("1"))).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(wait(connector.trace(order()))).as("every API").isEqualTo(Duration.ofSeconds(seconds));
        assertThat(gateway.asked).hasSize(1);
    }
}
