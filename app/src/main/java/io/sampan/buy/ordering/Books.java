package io.sampan.buy.ordering;

import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.Posting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What orders write into the ledger, each in the transaction that makes it true. */
@Component
class Books {
    private final Ledger ledger;
    private final Clock clock;

    Books(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** An order is at the door: what was kept of the shopper's money is ours. What bounced is still theirs. */
    void earn(Order order, Instant at) {
        var id = order.id().value();
        var postings = Reckoning.earned(id, order.quote(), order.funds().kept());
        if (!postings.isEmpty()) {
            post(new Entry("delivered:" + id, Entry.Kind.DELIVERED, id.toString(), at, postings));
        }
    }

    /**
     * Before money that was earned is given back, it becomes the shopper's again, at our expense; money that bounced was never earned.
     *
     * @param before the order before it was promised
     */
    void goodwill(Order before, Money amount, String key) {
        var earned = amount.minus(amount.min(before.funds().bounced()));
        if (!earned.isPositive() || !(before.state() instanceof OrderState.Delivered)) {
            return;
        }
        var id = before.id();
        var postings = List.of(
                new Posting(AccountRef.expense("goodwill"), earned),
                new Posting(AccountRef.shopperFunds(id.value()), earned.negated()));
        post(new Entry("goodwill:" + id + ":" + key, Entry.Kind.CORRECTION, id.toString(), clock.instant(), postings));
    }

    private void post(Entry entry) {
        ledger.post(entry).orThrow();
    }
}
