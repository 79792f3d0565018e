package io.sampan.bench.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chooses what a fault happens to, each order at most once, and writes as faults write: past every rule. */
final class Sabotage {
    private final ShopWorld world;
    private final Map<Stage, Deque<Placed>> whole = new EnumMap<>(Stage.class);
    private final Random random;

    Sabotage(ShopWorld world, List<Placed> placed, Random random) {
        this.world = world;
        this.random = random;
        var shuffled = new ArrayList<>(placed);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(one ->
                whole.computeIfAbsent(one.stage(), _ -> new ArrayDeque<>()).add(one));
    }

    ShopWorld world() {
        return world;
    }

    /** An order at this stage that nothing has happened to yet. */
    Placed take(Stage stage) {
        var left = whole.get(stage);
        if (left == null || left.isEmpty()) {
            throw new IllegalStateException("The world is too small: no whole order is left at " + stage);
        }
        return left.remove();
    }

    /** Something about an order. */
    String order(Stage stage, String set, @Nullable Object... values) {
        var placed = take(stage);
        hit("UPDATE ordering.orders SET " + set + " WHERE id = ?", with(values, placed.id()));
        return placed.id().toString();
    }

    /** A part of what an order says of itself. */
    String story(Stage stage, String path, String json) {
        return order(stage, "story = jsonb_set(story, '{" + path + "}', ?::jsonb)", json);
    }

    String payment(Stage stage, String set, @Nullable Object... values) {
        var placed = take(stage);
        hit("UPDATE payment.payment SET " + set + " WHERE id = ?", with(values, placed.payment()));
        return placed.id().toString();
    }

    String refund(Stage stage, String set, @Nullable Object... values) {
        var placed = take(stage);
        hit("UPDATE payment.refund SET " + set + " WHERE id = ?", with(values, placed.refundId()));
        return placed.id().toString();
    }

    String purchase(Stage stage, String set, @Nullable Object... values) {
        var placed = take(stage);
        hit(
                "UPDATE procurement.purchase SET " + set + " WHERE id = ?",
                with(values, placed.purchase().id().value()));
        return placed.id().toString();
    }

    /** A purchase that is in another state, in its column and in itself. */
    String purchaseIs(Stage stage, String state, String more) {
        var slug = state.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return purchase(
                stage,
                "state = ?, document = jsonb_set(document, '{state}', ?::jsonb)" + more,
                slug,
                "{\"is\":\"" + state + "\"}");
    }

    String item(Stage stage, String set, @Nullable Object... values) {
        var placed = take(stage);
        hit("UPDATE warehouse.item SET " + set + " WHERE id = ?", with(values, placed.item()));
        return placed.id().toString();
    }

    /** An item that is in another state, in its column and in itself. */
    String itemIs(Stage stage, String state, String json) {
        return item(stage, "state = ?, document = jsonb_set(document, '{state}', ?::jsonb)", state, json);
    }

    String parcel(Stage stage, String set, @Nullable Object... values) {
        var placed = take(stage);
        hit("UPDATE shipping.parcel SET " + set + " WHERE id = ?", with(values, placed.parcelId()));
        return placed.id().toString();
    }

    String parcelIs(Stage stage, String state, String json, @Nullable Instant due) {
        return parcel(
                stage, "state = ?, document = jsonb_set(document, '{state}', ?::jsonb), next_at = ?", state, json, due);
    }

    /** An entry of the book that was never written, or is lost. */
    void unbook(String entry) {
        hit("DELETE FROM ledger.posting WHERE entry_id = ?", entry);
        hit("DELETE FROM ledger.entry WHERE id = ?", entry);
    }

    /** An entry that moves another amount than it should. */
    void misbook(String entry) {
        hit("UPDATE ledger.posting SET minor = minor * 2 WHERE entry_id = ?", entry);
    }

    /** Writes an entry at once. */
    void book(String entry, String kind, UUID order, String currency, Object... postings) {
        world.tables().book(entry, kind, order, world.moved(), currency, postings);
        world.tables().flush();
    }

    /** Writes a row at once. */
    void add(String table, String columns, @Nullable Object... values) {
        world.tables().add(table, columns, values);
        world.tables().flush();
    }

    /** @throws IllegalStateException when it hit nothing: then no fault happened */
    void hit(String sql, @Nullable Object... values) {
        if (world.tables().run(sql, values) == 0) {
            throw new IllegalStateException("Nothing was hit by " + sql);
        }
    }

    UUID anyId() {
        return new UUID(
                random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE);
    }

    Instant ago(int days) {
        return world.now().minus(Duration.ofDays(days));
    }

    Instant soon() {
        return world.now().plus(Duration.ofHours(5));
    }

    private static @Nullable Object[] with(@Nullable Object[] values, Object last) {
        var all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = last;
        return all;
    }
}
