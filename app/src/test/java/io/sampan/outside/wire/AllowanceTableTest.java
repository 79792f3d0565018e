package io.sampan.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.wire.WireSettings.Allowed;
import io.sampan.outside.wire.WireSettings.Rate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Allowances of several nodes over one database. */
class AllowanceTableTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final int NODES = 3;
    static final int THREADS = 4;

    final Hands clock = new Hands(Instant.parse("2026-11-22T08:00:00Z"));
    final List<AllowanceTable> nodes = Stream.generate(this::node).limit(NODES).toList();

    private AllowanceTable node() {
        var app = new Rate(1, 100, 60);
        var api = new Rate(1, 25, 1_000);
        var settings = WireOfATest.settings(
                Duration.ofMillis(1),
                8,
                new Allowed(app, api, Map.of("scarce", new Rate(1, 5, 5)), 10, ZoneId.of("Asia/Shanghai")));
        return new AllowanceTable(DATABASE.jdbc(), DATABASE.transactions(), settings, clock);
    }

    @BeforeEach
    void nothingSpent() {
        DATABASE.jdbc()
                .sql("UPDATE wire.allowance SET service = service || :test")
                .param("test", "-" + System.nanoTime())
                .update();
    }

    private static Call call(String api) {
        return Call.get("mall", URI.create("http://127.0.0.1/")).of(api);
    }

    private boolean taken(int node, Call call) {
        return nodes.get(node).take(call).isEmpty();
    }

    /** How many of so many calls could be made when all nodes make them at once. */
    private int takenByAll(int calls, Call call) {
        var taken = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(NODES * THREADS)) {
            IntStream.range(0, calls)
                    .forEach(n -> threads.execute(() -> {
                        if (taken(n % NODES, call)) {
                            taken.incrementAndGet();
                        }
                    }));
        }
        return taken.get();
    }

    @Test
    void threeNodesTogetherMakeNoMoreCallsThanOneApiAllows() {
        assertThat(takenByAll(120, call("item"))).isEqualTo(25);
        clock.now = clock.now.plusSeconds(7);
        assertThat(takenByAll(60, call("item"))).isEqualTo(7);
        assertThat(takenByAll(30, call("scarce"))).isEqualTo(5);
    }

    @Test
    void threeNodesTogetherMakeNoMoreCallsADayThanTheAppMay() {
        int calls = 0;
        for (var api : List.of("item", "trade", "search", "trace")) {
            calls += takenByAll(40, call(api));
        }
        assertThat(calls).isEqualTo(60);
        assertThat(nodes.getFirst().spendings("mall"))
                .first()
                .satisfies(app -> assertThat(app)
                        .extracting(Spending::today, Spending::daily)
                        .containsExactly(60L, 60L));
        clock.now = Instant.parse("2026-11-22T16:00:00Z");
        assertThat(taken(1, call("item"))).as("a new day in China").isTrue();
    }

    @Test
    void whatWasSpentIsStillSpentAfterARestart() {
        takenByAll(40, call("item"));
        assertThat(node().take(call("item"))).isPresent();
    }

    @Test
    void whatOneNodeIsToldKeepsTheOthersAwayUntilThatVerySecond() {
        nodes.getFirst().close("mall", "item", clock.now.plusSeconds(30), "ban");
        clock.now = clock.now.plusMillis(29_999);
        assertThat(taken(2, call("item"))).isFalse();
        assertThat(taken(2, call("trade"))).as("another API").isTrue();
        assertThat(nodes.get(1).spendings("mall"))
                .filteredOn(one -> one.closedUntil() != null)
                .extracting(Spending::api, Spending::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("item", "ban"));
        clock.now = clock.now.plusMillis(1);
        assertThat(taken(2, call("item"))).isTrue();
    }

    @Test
    void aBanOfTheAppIsABanOfEveryApi() {
        nodes.getFirst().close("mall", Allowances.WHOLE_APP, clock.now.plusSeconds(30), "ban");
        assertThat(taken(1, call("item"))).isFalse();
        assertThat(taken(1, call("never-called"))).isFalse();
    }

    @Test
    void lookingLeavesOverWhatIsKeptForOrders() {
        int looks = 0;
        for (var api : List.of("item", "search", "similar")) {
            looks += takenByAll(30, call(api).looking());
        }
        assertThat(looks).isEqualTo(54);
        assertThat(takenByAll(30, call("pay"))).isEqualTo(6);
    }
}
