package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.Moved;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.buy.ordering.Orders;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.ground.database.Transactions;
import io.sampan.people.identity.AccountId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Parcels from sellers. An item counts as received when every parcel that is known to hold a part of it is here; a person may say so earlier
 * through {@link Warehouse#isAllHere}.
 */
@Component
public class Inbounds {
    private static final Pattern WAYBILL = Pattern.compile("[A-Z0-9-]{4,40}");

    private final InboundTable inbounds;
    private final ItemTable items;
    private final Orders orders;
    private final Transactions transactions;
    private final Clock clock;

    Inbounds(InboundTable inbounds, ItemTable items, Orders orders, Transactions transactions, Clock clock) {
        this.inbounds = inbounds;
        this.items = items;
        this.orders = orders;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A parcel with this number was put on the counter; any case, blanks around it do no harm. */
    public Receiving receive(String waybill, AccountId by) {
        var number = normal(waybill);
        if (!WAYBILL.matcher(number).matches()) {
            return new Receiving.Malformed();
        }
        return transactions.run(() -> {
            inbounds.remember(number, "", clock.instant());
            var inbound = inbounds.lock(number);
            if (inbound.arrivedAt() == null) {
                inbounds.arrive(number, clock.instant(), by);
                settle(inbound);
            } else if (!inbound.contents().isEmpty()) {
                return new Receiving.AlreadyReceived(itemsIn(inbound));
            }
            return inbound.contents().isEmpty()
                    ? new Receiving.Orphan(number)
                    : new Receiving.Matched(itemsIn(inbound));
        });
    }

    /** A person found out what is in a parcel, such as one bought by hand or an orphan; as if the seller had told. */
    public Receiving assign(String waybill, OrderId order, List<OrderLineId> lines) {
        var number = normal(waybill);
        var known = orders.find(order)
                .map(one -> lines.stream().allMatch(line -> one.line(line).isPresent()));
        if (!WAYBILL.matcher(number).matches() || !known.orElse(false)) {
            return new Receiving.Malformed();
        }
        expect(number, "", order, lines);
        return new Receiving.Matched(itemsIn(inbounds.find(number).orElseThrow()));
    }

    public Optional<Inbound> find(String waybill) {
        return inbounds.find(normal(waybill));
    }

    /** Parcels on their way to us, the longest known first. */
    public List<Inbound> expected(int limit) {
        return inbounds.expected(limit);
    }

    /** Parcels that are here and that nobody expected, the oldest first. */
    public List<Inbound> orphans(int limit) {
        return inbounds.orphans(limit);
    }

    /** A seller told of a parcel; twice is once. */
    void expect(String waybill, String company, OrderId order, List<OrderLineId> lines) {
        var number = normal(waybill);
        transactions.run(() -> {
            inbounds.remember(number, company, clock.instant());
            lines.forEach(line -> {
                items.expect(new ItemId(TimeOrderedId.next(clock)), order, line, clock.instant());
                inbounds.contain(number, order, line);
            });
            var inbound = inbounds.lock(number);
            if (inbound.arrivedAt() != null) {
                settle(inbound);
            }
        });
    }

    /** The parcel is here: so is every item of which no other part is on its way. */
    private void settle(Inbound inbound) {
        for (var found : itemsIn(inbound)) {
            // Held before counting: of two parcels that arrive at once, each would miss the other, and the item would
            // never be here.
            var item = items.lock(found.id());
            if (inbounds.stillOnTheWay(item.line()) == 0) {
                receive(item);
            }
        }
    }

    /** The caller holds the item. */
    Handled receive(Item item) {
        var turn = item.receive(clock.instant());
        if (!(turn instanceof Item.Turn.To to)) {
            return new Handled.Already(item);
        }
        var next = to.item();
        if (orders.received(item.order(), item.line()) instanceof Moved.Forbidden
                && item.receiveUnwanted(clock.instant()) instanceof Item.Turn.To unwanted) {
            next = unwanted.item();
        }
        items.save(next, clock.instant());
        return new Handled.Done(next);
    }

    private List<Item> itemsIn(Inbound inbound) {
        return inbound.contents().stream()
                .map(content -> items.ofLine(content.line()).orElseThrow())
                .toList();
    }

    private static String normal(String waybill) {
        return waybill.strip().toUpperCase(Locale.ROOT);
    }
}
