package io.sampan.bench.reconcile;

/** How far an order of the world is; with about how many of a hundred orders stand there. */
enum Stage {
    AWAITING(5),
    PAID(3),
    NEEDS_SHOPPER(2),
    /** Bought, nothing sent yet. */
    BOUGHT(8),
    /** Sent by its sellers. */
    SENT(10),
    /** In our warehouse, not checked. */
    HERE(5),
    RECEIVED(5),
    PACKED(6),
    HANDED_OVER(12),
    DELIVERED(34),
    /** Delivered without one line, which was rejected and given back. */
    DELIVERED_IN_PART(3),
    LAPSED(3),
    /** Cancelled after it was paid, and given back. */
    GIVEN_BACK(4);

    private final int weight;

    Stage(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    boolean atLeast(Stage other) {
        return !isOver() && ordinal() >= other.ordinal();
    }

    boolean isOver() {
        return this == LAPSED || this == GIVEN_BACK;
    }
}
