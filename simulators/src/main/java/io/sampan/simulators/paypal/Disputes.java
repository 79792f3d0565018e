package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What buyers complain about. Whoever changes one holds this object's monitor. */
final class Disputes {
    /** Who does not answer in so long loses. [M: the exact time] */
    static final Duration TO_ANSWER = Duration.ofDays(10);

    private static final Duration SEARCHABLE = Duration.ofDays(180);
    private static final int MOST = 50;
    private static final Set<String> REASONS = Set.of(
            "MERCHANDISE_OR_SERVICE_NOT_RECEIVED",
            "MERCHANDISE_OR_SERVICE_NOT_AS_DESCRIBED",
            "UNAUTHORISED",
            "CREDIT_NOT_PROCESSED",
            "DUPLICATE_TRANSACTION",
            "INCORRECT_AMOUNT",
            "OTHER");

    private final Kernel kernel;
    private final Notices notices;
    private final Book<Dispute> book;

    Disputes(Kernel kernel, Notices notices) {
        this.kernel = kernel;
        this.notices = notices;
        this.book = kernel.books().open("paypal-disputes", Dispute.class);
    }

    synchronized Dispute begin(Order order, String reason, boolean inquiry) {
        if (order.captures().isEmpty()
                || !REASONS.contains(reason)
                || blocks(order.captures().getFirst().id())) {
            throw new IllegalArgumentException("order: a paid one that is not disputed; reason: one of " + REASONS);
        }
        Order.Capture capture = order.captures().getFirst();
        Instant now = kernel.clock().now();
        var dispute = new Dispute(
                "PP-D-" + UUID.randomUUID().toString().substring(0, 8),
                now,
                now,
                capture.id(),
                order.terms().customId(),
                capture.amount(),
                reason,
                inquiry ? "INQUIRY" : "CHARGEBACK",
                Dispute.WAITING,
                "",
                now.plus(TO_ANSWER));
        book.put(dispute.id(), dispute);
        notices.happened("CUSTOMER.DISPUTE.CREATED", "dispute", dispute.json());
        endLater(dispute);
        return dispute;
    }

    Dispute find(String id) {
        return book.get(id).orElseThrow(Refused::nothing);
    }

    List<Dispute> all() {
        return List.copyOf(book.values());
    }

    /** Whether a capture's money is disputed, or was given back in a dispute. */
    boolean blocks(String capture) {
        return book.values().stream().anyMatch(one -> one.capture().equals(capture) && one.blocks());
    }

    /** The newest first, one page. */
    ObjectNode since(Instant from) {
        if (from.isBefore(kernel.clock().now().minus(SEARCHABLE))) {
            throw Refused.invalid("INVALID_START_TIME", "The start time must be within the last 180 days.");
        }
        var json = Json.object();
        var items = json.putArray("items");
        List<Dispute> found = book.values().stream()
                .filter(one -> !one.created().isBefore(from))
                .toList();
        found.reversed().stream().limit(MOST).forEach(one -> items.add(one.summary()));
        return json;
    }

    /** The seller gives in: the buyer gets the money. */
    synchronized ObjectNode accept(String id) {
        resolve(id, "RESOLVED_BUYER_FAVOUR");
        var json = Json.object();
        json.putArray("links").addObject().put("rel", "self").put("method", "GET");
        return json;
    }

    /** PayPal decides, or the buyer withdraws. */
    synchronized void resolve(String id, String outcome) {
        Dispute dispute = find(id);
        if (!dispute.isOpen()) {
            throw Refused.unprocessable("ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE", "The dispute is resolved.");
        }
        Dispute resolved = dispute.resolved(outcome, kernel.clock().now());
        book.put(id, resolved);
        notices.happened("CUSTOMER.DISPUTE.RESOLVED", "dispute", resolved.json());
    }

    void resume() {
        book.values().stream().filter(Dispute::isOpen).forEach(this::endLater);
    }

    private void endLater(Dispute dispute) {
        kernel.clock().at(dispute.due(), "paypal ends the time to answer a dispute", () -> {
            if (find(dispute.id()).isOpen()) {
                resolve(
                        dispute.id(),
                        dispute.stage().equals("INQUIRY") ? "CANCELED_BY_BUYER" : "RESOLVED_BUYER_FAVOUR");
            }
        });
    }
}
