package io.sampan.simulators.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {
    record Parcel(String id, String title, Instant at, int grams) {}

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aRestartFindsTheLastRecordOfEachIdInTheOrderOfFirstArrival() {
        try (var book = book()) {
            book.put("a", new Parcel("a", "女装 汉服", NOON, 300));
            book.put("b", new Parcel("b", "line\nbreak", NOON, 5));
            book.put("a", new Parcel("a", "女装 汉服", NOON, 301));
            book.put("c", new Parcel("c", "gone", NOON, 1));
            book.remove("c");
        }
        try (var book = book()) {
            assertThat(book.values())
                    .containsExactly(new Parcel("a", "女装 汉服", NOON, 301), new Parcel("b", "line\nbreak", NOON, 5));
        }
    }

    @Test
    void aLineTornByAKillIsDroppedAndWritingGoesOnBehindIt() throws IOException {
        try (var book = book()) {
            book.put("a", new Parcel("a", "whole", NOON, 1));
        }
        Path file = folder.resolve("parcels.jsonl");
        Files.writeString(file, "{\"id\":\"b\",\"record\":{\"id\":\"b\",\"ti", StandardOpenOption.APPEND);
        try (var book = book()) {
            assertThat(book.get("b")).isEmpty();
            book.put("c", new Parcel("c", "after", NOON, 2));
        }
        try (var book = book()) {
            assertThat(book.values()).extracting(Parcel::id).containsExactly("a", "c");
        }
    }

    @Test
    void aBrokenLineInTheMiddleStopsTheStartRatherThanLosingARecord() throws IOException {
        Files.writeString(folder.resolve("parcels.jsonl"), "{\"id\":\"a\",\"rec\n{\"id\":\"b\",\"record\":null}\n");
        assertThatThrownBy(this::book).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUpdateThatThrowsLeavesTheRecordAsItWas() {
        try (var book = book()) {
            book.put("a", new Parcel("a", "first", NOON, 1));
            assertThatThrownBy(() -> book.update("a", p -> {
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(book.get("a")).map(Parcel::grams).contains(1);
            assertThat(book.update("nobody", p -> p)).isEmpty();
        }
    }

    @Test
    void aFileThatHasGrownIsRewrittenWithoutLosingAnything() throws IOException {
        try (var book = book()) {
            for (int i = 0; i <= Book.SPARE_LINES + 100; i++) {
                book.put("a", new Parcel("a", "n", NOON, i));
            }
        }
        assertThat(Files.readAllLines(folder.resolve("parcels.jsonl"))).hasSizeLessThan(200);
        try (var book = book()) {
            assertThat(book.get("a")).map(Parcel::grams).contains(Book.SPARE_LINES + 100);
        }
    }

    Book<Parcel> book() {
        return new Book<>(folder, "parcels", Parcel.class);
    }
}
