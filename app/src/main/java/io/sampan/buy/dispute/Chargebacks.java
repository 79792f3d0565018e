package io.sampan.buy.dispute;

import io.sampan.buy.dispute.DisputeTable.Booked;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.Posting;
import java.time.Instant;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/**
 * What disputes write into the ledger. Money that a gateway takes back counts as lost until it comes again: a dispute that is won turns its
 * entries round. What a shopper has back in this way is set off against what we owe them by the payment room, when it is owed.
 */
@Component
class Chargebacks {
    private final Ledger ledger;

    Chargebacks(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Books the step from what stands in the book to how the dispute stands now, if there is one; once, since what is written down is numbered.
     */
    void book(DisputeView view, Booked before, Instant at) {
        var now = view.now();
        var currency = now.amount().currency();
        var taken = now.withheld().minus(new Money(before.withheld(), currency));
        var fee = now.fee().minus(new Money(before.fee(), currency));
        var all = taken.plus(fee);
        var postings = new ArrayList<Posting>();
        add(postings, AccountRef.expense("chargeback"), taken);
        add(postings, AccountRef.expense("dispute-fee"), fee);
        add(postings, AccountRef.gateway(view.gateway()), all.negated());
        if (postings.size() < 2) {
            return;
        }
        var kind = all.isNegative() ? Entry.Kind.CHARGEBACK_RETURNED : Entry.Kind.CHARGEBACK;
        var id = "chargeback:" + view.gateway() + ":" + view.reference() + ":" + (before.version() + 1);
        ledger.post(new Entry(id, kind, view.subject().toString(), at, postings))
                .orThrow();
    }

    private static void add(ArrayList<Posting> postings, AccountRef account, Money amount) {
        if (!amount.isZero()) {
            postings.add(new Posting(account, amount));
        }
    }
}
