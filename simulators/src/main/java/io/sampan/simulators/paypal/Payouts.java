package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What the merchant pays to people: a moment later it is there, unless the receiver's account is locked (locked@…) or there is none (nobody@…),
 * who has thirty days to open one. Whoever changes one holds this object's monitor. Source: docs/sources/paypal.md "Payouts".
 */
final class Payouts {
    private static final Duration WORK = Duration.ofSeconds(3);
    private static final Duration TO_CLAIM = Duration.ofDays(30);
    private static final Duration ONCE = Duration.ofDays(30);
    private static final int MOST_ITEMS = 15_000;
    /** What the merchant had before: 5,000 of each currency, as a sandbox account does [M]. */
    private static final long START = 5_000;

    private final Kernel kernel;
    private final Orders orders;
    private final Book<Payout> book;

    Payouts(Kernel kernel, Orders orders) {
        this.kernel = kernel;
        this.orders = orders;
        this.book = kernel.books().open("paypal-payouts", Payout.class);
    }

    synchronized Payout create(JsonNode body) {
        String batch = body.path("sender_batch_header").path("sender_batch_id").asString("");
        JsonNode asked = body.path("items");
        if (batch.isEmpty() || !asked.isArray() || asked.isEmpty() || asked.size() > MOST_ITEMS) {
            throw Refused.invalid("VALIDATION_ERROR", "Invalid request - see details.");
        }
        Instant now = kernel.clock().now();
        boolean known = book.values().stream()
                .anyMatch(one -> one.senderBatchId().equals(batch)
                        && now.isBefore(one.created().plus(ONCE)));
        if (known) {
            throw Refused.business("Batch with given sender_batch_id already exists");
        }
        var items = new ArrayList<Payout.Item>();
        asked.forEach(item -> items.add(item(item)));
        for (var item : items) {
            String currency = item.amount().currency();
            long wanted = items.stream()
                    .filter(one -> one.amount().currency().equals(currency))
                    .mapToLong(one -> one.amount().minor())
                    .sum();
            if (wanted > funds(item.amount())) {
                throw Refused.unprocessable(
                        "INSUFFICIENT_FUNDS", "Sender does not have sufficient funds. Please add funds and retry.");
            }
        }
        var made = new Payout(id(), batch, Payout.PENDING, now, List.copyOf(items));
        book.put(made.id(), made);
        workLater(made);
        return made;
    }

    Payout find(String id) {
        return book.get(id).orElseThrow(Refused::nothing);
    }

    List<Payout> all() {
        return List.copyOf(book.values());
    }

    void resume() {
        book.values().stream()
                .filter(one -> one.status().equals(Payout.PENDING))
                .forEach(this::workLater);
        book.values().forEach(this::returnLater);
    }

    private Payout.Item item(JsonNode item) {
        String receiver = item.path("receiver").asString("");
        if (!item.path("recipient_type").asString("EMAIL").equals("EMAIL") || !receiver.matches("[^@\\s]+@[^@\\s]+")) {
            throw Refused.invalid("VALIDATION_ERROR", "Receiver is invalid or does not match with type");
        }
        var amount = Json.object()
                .put("currency_code", item.path("amount").path("currency").asString(""))
                .put("value", item.path("amount").path("value").asString(""));
        return new Payout.Item(
                id(), item.path("sender_item_id").asString(""), receiver, Coin.of(amount), Payout.PENDING);
    }

    /** What the merchant has in this coin's currency, in its smallest unit. */
    private long funds(Coin like) {
        String currency = like.currency();
        long out = book.values().stream()
                .flatMap(one -> one.items().stream())
                .filter(item -> item.counts() && item.amount().currency().equals(currency))
                .mapToLong(item -> item.amount().minor())
                .sum();
        return Coin.main(START, currency).minor() + orders.kept(currency) - out;
    }

    private void workLater(Payout made) {
        kernel.clock().at(made.created().plus(WORK), "paypal works on a payout", () -> work(made.id()));
    }

    private synchronized void work(String id) {
        Payout payout = find(id);
        if (payout.status().equals(Payout.PENDING)) {
            var done = payout.items().stream().map(item -> item.in(fate(item))).toList();
            Payout worked = payout.in("SUCCESS", done);
            book.put(id, worked);
            returnLater(worked);
        }
    }

    private static String fate(Payout.Item item) {
        String name = item.receiver().substring(0, item.receiver().indexOf('@')).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "locked" -> "FAILED";
            case "nobody" -> "UNCLAIMED";
            default -> "SUCCESS";
        };
    }

    private void returnLater(Payout payout) {
        if (payout.items().stream().anyMatch(item -> item.status().equals("UNCLAIMED"))) {
            kernel.clock().at(payout.created().plus(TO_CLAIM), "paypal returns what nobody claimed", () -> {
                synchronized (this) {
                    Payout now = find(payout.id());
                    book.put(
                            now.id(),
                            now.in(
                                    now.status(),
                                    now.items().stream()
                                            .map(item -> item.status().equals("UNCLAIMED") ? item.in("RETURNED") : item)
                                            .toList()));
                }
            });
        }
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 13).toUpperCase(Locale.ROOT);
    }
}
