package io.sampan.simulators.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldClockTest {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final WorldClock clock = new WorldClock(Books.inMemory(), () -> NOON);
    final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        clock.close();
    }

    @Test
    void aDayRunsWhatFallsDueAndWhatThatSchedulesEachAtItsOwnTime() {
        clock.at(NOON.plus(Duration.ofHours(3)), "first", () -> {
            seen.add("first " + clock.now());
            clock.at(clock.now().plus(Duration.ofHours(2)), "second", () -> seen.add("second " + clock.now()));
        });
        clock.at(NOON.plus(Duration.ofHours(4)), "between", () -> seen.add("between " + clock.now()));
        clock.at(NOON.plus(Duration.ofHours(25)), "later", () -> seen.add("later"));

        clock.advance(Duration.ofDays(1));

        assertThat(seen)
                .containsExactly(
                        "first 2026-11-22T15:00:00Z", "between 2026-11-22T16:00:00Z", "second 2026-11-22T17:00:00Z");
        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void workDueAtTheSameTimeRunsInTheOrderInWhichItWasScheduled() {
        for (String name : List.of("a", "b", "c")) {
            clock.at(NOON.plusSeconds(60), name, () -> seen.add(name));
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(seen).containsExactly("a", "b", "c");
    }

    @Test
    void workThatFailsDoesNotStopTheWorkBehindIt() {
        clock.at(NOON.plusSeconds(1), "broken", () -> {
            throw new IllegalStateException("broken on purpose");
        });
        clock.at(NOON.plusSeconds(2), "whole", () -> seen.add("whole"));
        clock.advance(Duration.ofSeconds(3));
        assertThat(seen).containsExactly("whole");
    }

    @Test
    void repeatedWorkRunsOncePerPeriod() {
        clock.every(Duration.ofHours(6), "tide", () -> seen.add(clock.now().toString()));
        clock.advance(Duration.ofHours(19));
        assertThat(seen).containsExactly("2026-11-22T18:00:00Z", "2026-11-23T00:00:00Z", "2026-11-23T06:00:00Z");
    }

    @Test
    void workRunsByItselfAsRealTimePasses() throws InterruptedException {
        var ran = new CountDownLatch(1);
        clock.at(NOON, "due now", ran::countDown);
        assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void listenersHearOfAnAdvanceWhenAllDueWorkHasRun() {
        clock.at(NOON.plusSeconds(1), "work", () -> seen.add("work"));
        clock.onAdvance(() -> seen.add("advanced to " + clock.now()));
        clock.advance(Duration.ofSeconds(5));
        assertThat(seen).containsExactly("work", "advanced to 2026-11-22T12:00:05Z");
    }

    @Test
    void refusesToGoBackOrBeyondItsLimit() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.advance(Duration.ofDays(400).plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.now()).isEqualTo(NOON);
    }

    @Test
    void keepsItsOffsetOverARestart(@TempDir Path folder) {
        var books = new Books(folder);
        try (var before = new WorldClock(books, () -> NOON)) {
            before.advance(Duration.ofDays(3));
        }
        books.close();
        try (var after = new WorldClock(new Books(folder), () -> NOON.plusSeconds(10))) {
            assertThat(after.now()).isEqualTo(NOON.plus(Duration.ofDays(3)).plusSeconds(10));
        }
    }
}
