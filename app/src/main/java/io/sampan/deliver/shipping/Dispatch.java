package io.sampan.deliver.shipping;

import io.sampan.browse.landedcost.BasketLine;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.ground.database.Transactions;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.carrier.Carrier.Booked;
import io.sampan.outside.carrier.Carrier.Passed;
import io.sampan.outside.carrier.Carriers;
import io.sampan.outside.carrier.Line;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.carrier.Lines;
import io.sampan.outside.carrier.Shipment;
import io.sampan.outside.customs.Duties;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The steps with the carrier. Each writes its intent, calls with the parcel's id, which the carrier knows again, and writes the outcome with
 * all that it made true; an unclear outcome leaves the intent, and the same call is made again.
 */
@Component
class Dispatch {
    private static final int LONGEST_NAME = 80;
    /** Code of our own refusal, before the carrier is asked. */
    private static final String UNLAWFUL = "UNLAWFUL";

    private final ParcelTable table;
    private final Sources sources;
    private final Orders orders;
    private final Ledger ledger;
    private final Transactions transactions;
    private final ShippingSettings settings;
    private final Clock clock;

    Dispatch(
            ParcelTable table,
            Sources sources,
            Orders orders,
            Ledger ledger,
            Transactions transactions,
            ShippingSettings settings,
            Clock clock) {
        this.table = table;
        this.sources = sources;
        this.orders = orders;
        this.ledger = ledger;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where a parcel's facts come from. */
    @Component
    record Sources(Warehouse warehouse, Lines lines, Carriers carriers, Duties duties) {
        /** Kinds of goods that may not go there by this line today, whatever was lawful when they were ordered. */
        Set<Hazard> unlawful(LineId line, String country, Set<Hazard> kinds, Instant at) {
            var unlawful = EnumSet.noneOf(Hazard.class);
            unlawful.addAll(duties.prohibited(country, at));
            lines.find(line, country, at).map(Line::refused).ifPresent(unlawful::addAll);
            unlawful.retainAll(kinds);
            return unlawful;
        }
    }

    /** A parcel as it comes from the packing table. */
    Parcel packed(ParcelId id) {
        var packed = sources.warehouse().parcel(id).orElseThrow();
        var quote = orders.find(packed.order()).orElseThrow().quote();
        var freight = quote.parts().stream()
                .filter(part -> part.kind() == LandedQuote.Kind.INTERNATIONAL_FREIGHT)
                .map(part -> part.original() == null ? part.amount() : part.original())
                .filter(amount -> amount.currency().equals(Money.CNY))
                .reduce(Money.fen(0), Money::plus);
        return new Parcel(
                id,
                packed.order(),
                quote.line(),
                line(quote).carrier(),
                packed.size(),
                freight,
                null,
                0,
                null,
                false,
                new ParcelState.Packed());
    }

    /** @return why it is not clear yet; empty when the step is done */
    Optional<String> booking(Parcel seen) {
        if (write(seen.id(), Parcel::book).isEmpty()) {
            return Optional.empty();
        }
        var shipment = shipment(seen);
        var country =
                orders.find(seen.order()).orElseThrow().quote().destination().country();
        var unlawful = sources.unlawful(seen.line(), country, shipment.hazards(), clock.instant());
        if (!unlawful.isEmpty()) {
            return done(write(seen.id(), parcel -> parcel.refused(UNLAWFUL, unlawful.toString())));
        }
        return switch (sources.carriers().at(seen.carrier()).book(shipment)) {
            case Booked.Done done -> done(write(seen.id(), parcel -> parcel.booked(done)));
            case Booked.Refused refused ->
                done(write(seen.id(), parcel -> parcel.refused(refused.code(), refused.words())));
            case Booked.Unclear unclear -> Optional.of(unclear.why());
        };
    }

    /** The parcel's intent is written. */
    Passing handingOver(Parcel parcel) {
        return switch (sources.carriers()
                .at(parcel.carrier())
                .handOver(parcel.id().toString())) {
            case Passed.Done _ -> {
                transactions.run(() -> write(parcel.id(), Parcel::handedOver).ifPresent(this::tell));
                yield new Passing.Done(parcel.number());
            }
            case Passed.Refused refused ->
                new Passing.Forbidden(write(parcel.id(), one -> one.refused(refused.code(), refused.words()))
                        .orElse(parcel)
                        .state());
            case Passed.Unclear unclear -> new Passing.Pending(unclear.why());
        };
    }

    /** The order hears of it, and the freight is owed, in the same moment. */
    private void tell(Parcel parcel) {
        var moved = orders.handedOver(parcel.order(), parcel.number());
        if (!moved.stands()) {
            throw new IllegalStateException("Order " + parcel.order() + " does not take its parcel's hand-over");
        }
        if (parcel.billed().isPositive()) {
            ledger.post(new Entry(
                            "freight:" + parcel.id(),
                            Entry.Kind.FREIGHT,
                            parcel.order().toString(),
                            clock.instant(),
                            List.of(
                                    new Posting(AccountRef.cost("international-freight"), parcel.billed()),
                                    new Posting(
                                            AccountRef.carrier(parcel.carrier()),
                                            parcel.billed().negated()))))
                    .orThrow();
        }
        table.wake(parcel.id(), clock.instant());
    }

    /** One transaction that holds the parcel; empty when the move does not apply any more. */
    Optional<Parcel> write(ParcelId id, Function<Parcel, Optional<Parcel>> move) {
        return transactions.run(() -> {
            var next = move.apply(table.lock(id));
            next.ifPresent(parcel -> table.save(parcel, clock.instant()));
            return next;
        });
    }

    private static Optional<String> done(Optional<Parcel> written) {
        return written.isPresent() ? Optional.empty() : Optional.of("Somebody else moved it");
    }

    private Shipment shipment(Parcel parcel) {
        var order = orders.find(parcel.order()).orElseThrow();
        var line = line(order.quote());
        var inside = order.lines().stream()
                .filter(one -> one.state() instanceof LineState.Packed)
                .toList();
        var hazards = inside.stream()
                .flatMap(one -> basketLine(order, one).stream())
                .flatMap(one -> one.hazards().stream())
                .collect(Collectors.toSet());
        return new Shipment(
                parcel.id().toString(),
                line.product(),
                parcel.size(),
                line.taxPrepaid(),
                hazards,
                order.address(),
                inside.stream().map(one -> goods(order, one)).toList());
    }

    private Shipment.Goods goods(Order order, OrderLine line) {
        var words = basketLine(order, line)
                .map(BasketLine::category)
                .orElse(line.title().chinese());
        var heading = sources.duties().suggest(words, clock.instant()).hs6();
        var name = line.title().in(Locale.ENGLISH);
        return new Shipment.Goods(
                heading.matches("\\d{6}") ? heading : settings.unclassified(),
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                line.quantity(),
                line.unitPrice());
    }

    private static Optional<BasketLine> basketLine(Order order, OrderLine line) {
        return order.quote().basket().lines().stream()
                .filter(one -> one.item().equals(line.item()) && one.skuId().equals(line.skuId()))
                .findFirst();
    }

    /** The line as it was quoted. */
    private Line line(LandedQuote quote) {
        Instant at = quote.madeAt();
        return sources.lines()
                .find(quote.line(), quote.destination().country(), at)
                .orElseThrow();
    }
}
