package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.stripe.Dispute.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The endpoints under /v1/disputes, and the shoppers' banks behind them. In test mode the evidence itself says how the bank decides:
 * "winning_evidence" and nothing else wins. Source: docs.stripe.com/testing#disputes.
 */
final class Disputes {
    /** How long the bank looks at evidence. */
    static final Duration REVIEW = Duration.ofDays(20);
    /** Until when evidence may be handed in. Source: docs.stripe.com/disputes/responding (7 to 21 days, by the network). */
    static final Duration TO_ANSWER = Duration.ofDays(9);
    /** What a dispute costs, smallest units. Source: docs.stripe.com/disputes/how-disputes-work [M: the amount differs by country]. */
    static final long FEE = 1500;

    /** From the word until the money is on the balance again. [M: the exact time] */
    static final Duration TO_THE_BALANCE = Duration.ofDays(1);

    static final String WINNING = "winning_evidence";
    private static final List<String> REASONS = List.of(
            "fraudulent",
            "product_not_received",
            "product_unacceptable",
            "duplicate",
            "credit_not_processed",
            "general");

    private final Kernel kernel;
    private final Shelf shelf;
    private final Events events;

    Disputes(Kernel kernel, Shelf shelf, Events events) {
        this.kernel = kernel;
        this.shelf = shelf;
        this.events = events;
    }

    /** A shopper went to their bank: takes the money of a charge back, or only asks about it. */
    Dispute begin(Charge charge, String reason, boolean inquiry, long asked) {
        if (!REASONS.contains(reason)) {
            throw new IllegalArgumentException("reason: one of " + REASONS);
        }
        boolean open = shelf.disputes.values().stream()
                .anyMatch(
                        one -> one.charge().equals(charge.id()) && !one.status().isOver());
        if (open || charge.captured() == 0 || asked < 1 || asked > charge.captured()) {
            throw new IllegalArgumentException("There is nothing of " + charge.id() + " to contest");
        }
        Instant now = kernel.clock().now();
        var dispute = new Dispute(
                shelf.ids.id("dp"),
                now,
                charge.id(),
                charge.intent(),
                asked,
                charge.currency(),
                inquiry ? 0 : FEE,
                reason,
                inquiry ? Status.WARNING_NEEDS_RESPONSE : Status.NEEDS_RESPONSE,
                now.plus(TO_ANSWER),
                "",
                0,
                false);
        keep(dispute);
        events.happened("charge.dispute.created", dispute.json());
        if (!inquiry) {
            shelf.moved(dispute.movement(false, now));
            events.happened("charge.dispute.funds_withdrawn", dispute.json());
        }
        endLater(dispute);
        return dispute;
    }

    ObjectNode list(Params p) {
        p.only("limit", "starting_after", "payment_intent", "charge", "created");
        String intent = p.text("payment_intent");
        String charge = p.text("charge");
        Map<String, String> created = p.map("created");
        long since = created.containsKey("gte") ? Long.parseLong(created.get("gte")) : 0;
        List<Dispute> found = shelf.disputes.values().stream()
                .filter(one -> intent == null || intent.equals(one.intent()))
                .filter(one -> charge == null || charge.equals(one.charge()))
                .filter(one -> one.created().getEpochSecond() >= since)
                .toList();
        return shelf.page(found, p, "/v1/disputes", Dispute::json);
    }

    /** Evidence: it is staged, and handed to the bank once, when "submit" says so. */
    ObjectNode update(String id, Params p) {
        p.only("evidence", "submit", "metadata");
        Dispute dispute = shelf.dispute(id);
        if (!dispute.status().isOpen()) {
            throw StripeError.state(null, "This dispute is already closed or under review.");
        }
        String text = p.map("evidence").getOrDefault("uncategorized_text", dispute.evidence());
        boolean submit = !"false".equals(p.text("submit", "true"));
        Dispute staged = keep(dispute.with(text, submit));
        if (submit) {
            boolean inquiry = staged.status().isInquiry();
            staged = keep(staged.to(inquiry ? Status.WARNING_UNDER_REVIEW : Status.UNDER_REVIEW));
            decideLater(staged);
        }
        events.happened("charge.dispute.updated", staged.json());
        return staged.json();
    }

    /** Gives in. */
    ObjectNode close(String id) {
        Dispute dispute = shelf.dispute(id);
        if (dispute.status() != Status.NEEDS_RESPONSE) {
            throw StripeError.state(null, "This dispute is already closed or under review.");
        }
        return end(dispute, Status.LOST).json();
    }

    void resume() {
        shelf.disputes.values().stream().filter(one -> !one.status().isOver()).forEach(one -> {
            endLater(one);
            decideLater(one);
        });
    }

    /** Who never answers loses; an inquiry that nobody answers becomes a dispute. */
    private void endLater(Dispute dispute) {
        kernel.clock().at(dispute.dueBy(), "stripe ends the time to answer a dispute", () -> {
            synchronized (shelf) {
                Dispute now = shelf.dispute(dispute.id());
                if (now.status() == Status.NEEDS_RESPONSE) {
                    end(now, Status.LOST);
                } else if (now.status() == Status.WARNING_NEEDS_RESPONSE) {
                    end(now, Status.WARNING_CLOSED);
                }
            }
        });
    }

    private void decideLater(Dispute dispute) {
        kernel.clock().at(dispute.dueBy().plus(REVIEW), "a bank decides a dispute", () -> {
            synchronized (shelf) {
                Dispute now = shelf.dispute(dispute.id());
                if (now.status() == Status.UNDER_REVIEW) {
                    end(now, now.evidence().equals(WINNING) ? Status.WON : Status.LOST);
                } else if (now.status() == Status.WARNING_UNDER_REVIEW) {
                    end(now, Status.WARNING_CLOSED);
                }
            }
        });
    }

    private Dispute end(Dispute dispute, Status status) {
        Dispute ended = keep(dispute.to(status));
        events.happened("charge.dispute.closed", ended.json());
        if (status == Status.WON) {
            reinstateLater(ended);
        }
        return ended;
    }

    private void reinstateLater(Dispute dispute) {
        kernel.clock().at(kernel.clock().now().plus(TO_THE_BALANCE), "stripe gives a dispute's money back", () -> {
            synchronized (shelf) {
                Dispute now = keep(shelf.dispute(dispute.id()).withMoneyBack());
                shelf.moved(now.movement(true, kernel.clock().now()));
                events.happened("charge.dispute.funds_reinstated", now.json());
            }
        });
    }

    private Dispute keep(Dispute dispute) {
        shelf.disputes.put(dispute.id(), dispute);
        return dispute;
    }
}
