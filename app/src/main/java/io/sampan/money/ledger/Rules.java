package io.sampan.money.ledger;

import io.sampan.money.amount.Money;
import io.sampan.money.ledger.Posted.HoldEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges movements one after the other, each by what stood before and by what was accepted since. It touches no table: what it must know is given to
 * it, and what it accepted is for its caller to write.
 */
final class Rules {
    private final Known known;
    private final Instant now;
    private final List<Movement> accepted = new ArrayList<>();

    Rules(Known known, Instant now) {
        this.known = known;
        this.now = now;
    }

    /** What was found good, in the order in which it was judged. */
    List<Movement> accepted() {
        return List.copyOf(accepted);
    }

    /** The hold that a settlement among the accepted ones settles. */
    Hold holdOf(Settlement settlement) {
        return Optional.ofNullable(known.holds().get(settlement.hold())).orElseThrow();
    }

    Posted judge(Movement movement) {
        var fault = movement.fault();
        if (fault != null) {
            return new Posted.Malformed(fault);
        }
        var standing = known.movements().get(movement.id());
        if (standing != null) {
            return standing.saysTheSameAs(movement) ? new Posted.AlreadyPosted() : new Posted.Conflicting(standing);
        }
        var posted = switch (movement) {
            case Entry entry -> entered(entry);
            case Hold hold -> held(hold);
            case Settlement settlement -> settled(settlement);
            case Release release -> released(release);
        };
        if (posted instanceof Posted.Done) {
            known.movements().put(movement.id(), movement);
            accepted.add(movement);
        }
        return posted;
    }

    private Posted entered(Entry entry) {
        var off = entry.imbalance();
        if (!off.isEmpty()) {
            return new Posted.Unbalanced(List.copyOf(off.values()));
        }
        return spent(after(entry));
    }

    private Posted held(Hold hold) {
        var book = new Book(hold.debit(), hold.amount().currency());
        var posted = hold.debit().kind().isLimited()
                ? spent(Map.of(book, totals(book).holding(hold.amount().minor())))
                : new Posted.Done();
        if (posted instanceof Posted.Done) {
            known.holds().put(hold.id(), hold);
        }
        return posted;
    }

    private Posted settled(Settlement settlement) {
        var hold = known.holds().get(settlement.hold());
        if (hold == null) {
            return new Posted.NoSuchHold(settlement.hold());
        }
        boolean other = !settlement.amount().currency().equals(hold.amount().currency());
        if (other || settlement.amount().compareTo(hold.amount()) > 0) {
            return new Posted.MoreThanHeld(hold.amount());
        }
        return ended(hold).<Posted>map(Posted.HoldEnded::new).orElseGet(() -> {
            end(hold, HoldEnd.SETTLED);
            return spent(after(hold.settledBy(settlement)));
        });
    }

    private Posted released(Release release) {
        var hold = known.holds().get(release.hold());
        if (hold == null) {
            return new Posted.NoSuchHold(release.hold());
        }
        return ended(hold).<Posted>map(Posted.HoldEnded::new).orElseGet(() -> {
            end(hold, HoldEnd.RELEASED);
            return new Posted.Done();
        });
    }

    /** A hold whose time is over has ended, even if its caretaker has not written so yet. */
    private Optional<HoldEnd> ended(Hold hold) {
        var written = known.ends().get(hold.id());
        if (written != null) {
            return Optional.of(written);
        }
        return hold.until().isAfter(now) ? Optional.empty() : Optional.of(HoldEnd.EXPIRED);
    }

    private void end(Hold hold, HoldEnd how) {
        known.ends().put(hold.id(), how);
        var book = new Book(hold.debit(), hold.amount().currency());
        if (hold.debit().kind().isLimited()) {
            known.totals().put(book, totals(book).holding(-hold.amount().minor()));
        }
    }

    /** The limited accounts of an entry as they would be after it, in the order of its postings. */
    private Map<Book, Totals> after(Entry entry) {
        var after = new LinkedHashMap<Book, Totals>();
        for (var posting : entry.postings()) {
            if (posting.account().kind().isLimited()) {
                var book = new Book(posting.account(), posting.amount().currency());
                after.put(
                        book,
                        after.getOrDefault(book, totals(book))
                                .after(posting.amount().minor()));
            }
        }
        return after;
    }

    /** Takes these on, unless one of them lacks money. */
    private Posted spent(Map<Book, Totals> after) {
        for (var one : after.entrySet()) {
            long lacking = one.getValue().lacking();
            if (lacking > 0) {
                var book = one.getKey();
                return new Posted.Overdrawn(book.account(), new Money(lacking, book.currency()));
            }
        }
        known.totals().putAll(after);
        return new Posted.Done();
    }

    private Totals totals(Book book) {
        return known.totals().getOrDefault(book, Totals.NONE);
    }
}
