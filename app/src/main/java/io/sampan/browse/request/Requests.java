package io.sampan.browse.request;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.HeldPrices;
import io.sampan.browse.request.RequestNews.RequestAnswered;
import io.sampan.browse.request.RequestNews.RequestDeclined;
import io.sampan.browse.request.RequestState.Answered;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.people.identity.AccountId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What shoppers ask for that no connector shows, from the first words to an offer on the shelf. */
@Component
public class Requests {
    /** Characters of the words with which an operator declines. */
    public static final int LONGEST_REASON = 500;

    private static final int MOST_ROWS = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final RequestTable table;
    private final Catalog catalog;
    private final HeldPrices prices;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RequestSettings settings;

    Requests(
            RequestTable table,
            Catalog catalog,
            HeldPrices prices,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock,
            RequestSettings settings) {
        this.table = table;
        this.catalog = catalog;
        this.prices = prices;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
    }

    /** What came of asking. */
    public sealed interface Submitted {
        record Kept(Request request) implements Submitted {}

        /** The form is wrong. */
        record Faulty(List<Wish.Fault> faults) implements Submitted {}

        /** Too many of the shopper's requests wait already. @param most how many may */
        record Full(int most) implements Submitted {}
    }

    /** What came of an operator's or a shopper's word about a request. */
    public sealed interface Dealt {
        record Done(Request request) implements Dealt {}

        /** The answer is wrong. */
        record Faulty(List<Answer.Fault> faults) implements Dealt {}

        /** There is no such request, or it has gone on meanwhile, so that this makes no sense any more. */
        record TooLate() implements Dealt {}
    }

    /**
     * A shopper asks for something.
     *
     * @param form the mark of the form that was sent; the same form sent again with the same words asks nothing new
     */
    public Submitted ask(AccountId shopper, Wish wish, UUID form) {
        var faults = wish.faults();
        if (!faults.isEmpty()) {
            return new Submitted.Faulty(faults);
        }
        return transactions.run(() -> {
            table.queue(shopper);
            var before = table.ofForm(shopper, form);
            if (before.isPresent() && before.get().wish().equals(wish)) {
                return new Submitted.Kept(before.get());
            }
            // Who goes back to the form and writes something else asks for something else.
            return askAnew(shopper, wish, before.isPresent() ? UUID.randomUUID() : form);
        });
    }

    private Submitted askAnew(AccountId shopper, Wish wish, UUID form) {
        if (table.waiting(shopper) >= settings.openAtATime()) {
            return new Submitted.Full(settings.openAtATime());
        }
        var id = new RequestId(TimeOrderedId.next(clock));
        var request = new Request(id, shopper, wish, new RequestState.Asked(), clock.instant());
        table.add(request, form);
        return new Submitted.Kept(request);
    }

    /**
     * An operator offers something: it lies on the shelf from now on, and the shopper is told. Its price is an operator's word, which nobody doubts.
     *
     * @param seen the {@link RequestState#mark} of the state that the operator saw
     */
    public Dealt answer(RequestId id, String seen, Answer answer) {
        var faults = answer.faults();
        if (!faults.isEmpty()) {
            return new Dealt.Faulty(faults);
        }
        return deal(id, asSeen(seen, request -> request.answered(answer)), next -> {
            table.save(next, answer.until());
            catalog.record(next.offer(answer, clock.instant()));
            prices.release(id.item(), answer.price(), answer.by());
            events.publishEvent(new RequestAnswered(id));
        });
    }

    /**
     * An operator says that it cannot be bought; the shopper is told.
     *
     * @param seen the {@link RequestState#mark} of the state that the operator saw
     * @param why 1 to {@value #LONGEST_REASON} characters
     */
    public Dealt decline(RequestId id, String seen, String why) {
        var words = why.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has 1 to " + LONGEST_REASON + " characters");
        }
        return deal(id, asSeen(seen, request -> request.declined(words, clock.instant())), next -> {
            takeOff(next);
            events.publishEvent(new RequestDeclined(id));
        });
    }

    /** A shopper wants it no more; what is ordered already stays ordered. */
    public Dealt withdraw(AccountId shopper, RequestId id) {
        return deal(
                id,
                request -> request.shopper().equals(shopper) ? request.withdrawn(clock.instant()) : Optional.empty(),
                this::takeOff);
    }

    /** Of two operators, and of two clicks, the first counts. */
    private static Function<Request, Optional<Request>> asSeen(String seen, Function<Request, Optional<Request>> move) {
        return request -> request.state().mark().equals(seen) ? move.apply(request) : Optional.empty();
    }

    private interface Deed {
        void with(Request next);
    }

    private Dealt deal(RequestId id, Function<Request, Optional<Request>> move, Deed deed) {
        return transactions.run(() -> {
            var next = table.lock(id).flatMap(move);
            next.ifPresent(deed::with);
            return next.<Dealt>map(Dealt.Done::new).orElseGet(Dealt.TooLate::new);
        });
    }

    private void takeOff(Request request) {
        table.save(request, null);
        catalog.gone(request.id().item(), RequestConnector.SOURCE);
    }

    /** Whether this person asked for these goods. */
    public boolean isOf(ItemRef item, AccountId shopper) {
        return item.marketplace() == MarketplaceId.ELSEWHERE
                && RequestId.of(item.itemId())
                        .flatMap(table::find)
                        .filter(request -> request.shopper().equals(shopper))
                        .isPresent();
    }

    public Optional<Request> find(RequestId id) {
        return table.find(id);
    }

    /** A shopper's own, the newest first, at most {@value #MOST_ROWS}. */
    public List<Request> of(AccountId shopper) {
        return table.of(shopper, MOST_ROWS);
    }

    /** Those that wait for an operator, the longest first. @param limit 1 to 100 */
    public List<Request> waiting(int limit) {
        return table.waiting(Math.clamp(limit, 1, MOST_ROWS));
    }

    /** The latest that do not wait for an operator. @param limit 1 to 100 */
    public List<Request> settled(int limit) {
        return table.settled(Math.clamp(limit, 1, MOST_ROWS));
    }

    /** Takes off the shelf what holds no longer, so that no page shows it. An order asks once more by itself. */
    @Scheduled(fixedDelayString = "${sampan.request.lapse-every:1m}")
    void lapse() {
        for (var id : table.lapsed(clock.instant(), MOST_ROWS)) {
            CompletableFuture.runAsync(() -> lapse(id), Runnable::run).exceptionally(broken -> {
                LOG.error("The offer for {} could not be taken off the shelf", id, broken);
                return null;
            });
        }
    }

    private void lapse(RequestId id) {
        transactions.run(() -> table.lock(id)
                .filter(request -> request.state() instanceof Answered answered && !answered.holdsAt(clock.instant()))
                .ifPresent(this::takeOff));
    }
}
