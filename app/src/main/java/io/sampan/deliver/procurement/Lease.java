package io.sampan.deliver.procurement;

import java.time.Instant;

/** One node's right to work on a purchase, until it lapses. Who let it lapse has lost it, even before another node took it. */
final class Lease {
    private final PurchaseId purchase;
    private volatile Instant until;

    /** @param until in whole microseconds, as the database keeps it: by this moment the row knows whose lease it is */
    Lease(PurchaseId purchase, Instant until) {
        this.purchase = purchase;
        this.until = until;
    }

    PurchaseId purchase() {
        return purchase;
    }

    Instant until() {
        return until;
    }

    void prolonged(Instant moment) {
        until = moment;
    }
}
