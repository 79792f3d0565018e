package io.sampan.deliver.procurement;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Connector;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.PaidUpstream;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A marketplace in memory that orders, splits, moves prices, runs out, forgets to answer, and counts everything that was really done. */
class FakeMarketplace implements Connector {
    /** What befalls the next call that does something: nothing, an answer that is lost before or after the deed, a deed long after the answer was lost, or a busy marketplace. */
    enum Mishap {
        NONE,
        LOST_BEFORE,
        LOST_AFTER,
        LATE,
        BUSY
    }

    private static final Duration LATENESS = Duration.ofSeconds(20);

    final Deque<Mishap> placing = new ArrayDeque<>();
    final Deque<Mishap> paying = new ArrayDeque<>();
    final Map<String, List<UpstreamOrder>> orders = new LinkedHashMap<>();
    /** By an order's number, those of the orders that were made of it later. */
    final Map<String, List<String>> partsOf = new HashMap<>();

    final Map<String, Integer> payments = new HashMap<>();
    final Map<String, Integer> refunds = new HashMap<>();
    final Map<ItemRef, Money> prices = new HashMap<>();
    final Set<ItemRef> soldOut = new HashSet<>();
    final Set<Capability> abilities = EnumSet.allOf(Capability.class);
    Money freight = Money.fen(800);
    Money surcharge = Money.fen(0);
    boolean soldOutOnlyWhenPlacing;
    boolean split;
    boolean losesALine;
    String refusal = "";
    int mostLines = 50;
    Duration behind = Duration.ZERO;
    int placements;
    int quotes;

    private final MarketplaceId id;
    private final String source;
    private final KillSwitch kill;
    private String run = Long.toString(System.nanoTime(), 36);
    private int next = 1000;
    private List<UpstreamOrder> late = List.of();
    private Instant visible = Instant.MIN;

    FakeMarketplace(MarketplaceId id, KillSwitch kill) {
        this(id, "fake", kill);
    }

    FakeMarketplace(MarketplaceId id, String source, KillSwitch kill) {
        this.id = id;
        this.source = source;
        this.kill = kill;
    }

    @Override
    public MarketplaceId id() {
        return id;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<Capability> capabilities() {
        return abilities;
    }

    @Override
    public int mostLines() {
        return mostLines;
    }

    @Override
    public Searched search(Searched.Query query) {
        return new Searched.Unsupported();
    }

    @Override
    public Searched searchByImage(byte[] picture, String language) {
        return new Searched.Unsupported();
    }

    @Override
    public Fetched fetch(String itemId, String language) {
        return new Fetched.Later(Duration.ZERO, "not here");
    }

    @Override
    public synchronized Quoted quote(PurchaseRequest request) {
        kill.point();
        quotes++;
        var gone = gone(request);
        if (!gone.isEmpty() && !soldOutOnlyWhenPlacing) {
            return new Quoted.SoldOut(gone);
        }
        var units = new HashMap<String, Money>();
        request.lines().forEach(line -> units.put(line.lineReference(), price(line)));
        return new Quoted.Offered(goods(request.lines()), freight, units);
    }

    @Override
    public synchronized Placed place(PurchaseRequest request) {
        kill.point();
        var mishap = placing.isEmpty() ? Mishap.NONE : placing.pop();
        if (mishap == Mishap.BUSY) {
            return new Placed.Later(Duration.ZERO, "busy");
        }
        if (mishap == Mishap.LOST_BEFORE) {
            return new Placed.Unclear("lost");
        }
        var gone = gone(request);
        if (!gone.isEmpty()) {
            return new Placed.SoldOut(gone);
        }
        if (!refusal.isEmpty()) {
            return new Placed.Refused(refusal, "不可购买");
        }
        placements++;
        if (mishap == Mishap.LATE) {
            late = made(request);
            visible = kill.instant().plus(LATENESS);
            return new Placed.Unclear("lost");
        }
        orders.merge(request.reference(), made(request), (old, more) -> {
            var all = new ArrayList<>(old);
            all.addAll(more);
            return all;
        });
        kill.point();
        return mishap == Mishap.LOST_AFTER
                ? new Placed.Unclear("lost")
                : new Placed.Accepted(orders.get(request.reference()));
    }

    @Override
    public synchronized Placed lookUp(PurchaseRequest request) {
        kill.point();
        if (!late.isEmpty() && !kill.instant().isBefore(visible)) {
            orders.put(request.reference(), late);
            late = List.of();
        }
        var known = orders.get(request.reference());
        return known == null ? new Placed.Absent(behind) : new Placed.Accepted(known);
    }

    @Override
    public synchronized PaidUpstream pay(UpstreamOrder order) {
        kill.point();
        var mishap = paying.isEmpty() ? Mishap.NONE : paying.pop();
        if (mishap == Mishap.BUSY) {
            return new PaidUpstream.Later(Duration.ZERO, "busy");
        }
        if (mishap == Mishap.LOST_BEFORE) {
            return new PaidUpstream.Unclear("lost");
        }
        payments.merge(order.orderId(), 1, Integer::sum);
        become(order.orderId(), State.PAID, List.of());
        kill.point();
        return mishap == Mishap.LOST_AFTER ? new PaidUpstream.Unclear("lost") : new PaidUpstream.Done();
    }

    @Override
    public synchronized OrderRead read(String orderId) {
        kill.point();
        if (partsOf.containsKey(orderId)) {
            return new OrderRead.Split(all().stream()
                    .filter(order -> partsOf.get(orderId).contains(order.orderId()))
                    .toList());
        }
        return all().stream()
                .filter(order -> order.orderId().equals(orderId))
                .findFirst()
                .<OrderRead>map(OrderRead.Present::new)
                .orElseGet(OrderRead.Missing::new);
    }

    @Override
    public OrderRead trace(UpstreamOrder order) {
        return new OrderRead.Traced(List.of());
    }

    @Override
    public synchronized OrderRead cancel(String orderId) {
        kill.point();
        var order = all().stream().filter(one -> one.orderId().equals(orderId)).findFirst();
        if (order.isPresent() && order.get().state() == State.WAIT_PAY) {
            become(orderId, State.CLOSED, List.of());
        }
        kill.point();
        return read(orderId);
    }

    @Override
    public synchronized OrderRead refund(UpstreamOrder order, String reason) {
        kill.point();
        if (!refusal.isEmpty()) {
            return new OrderRead.Refused(refusal, "不支持退款");
        }
        refunds.merge(order.orderId(), 1, Integer::sum);
        if (read(order.orderId()) instanceof OrderRead.Present(var now) && now.state() == State.PAID) {
            become(order.orderId(), State.REFUNDING, List.of());
        }
        kill.point();
        return read(order.orderId());
    }

    @Override
    public Polled poll() {
        return new Polled.Unsupported();
    }

    @Override
    public void confirm(List<String> messages) {
        throw new IllegalStateException("It told nothing");
    }

    /** Its orders are numbered from here on. */
    void numbering(String number) {
        run = number;
    }

    List<UpstreamOrder> all() {
        return orders.values().stream().flatMap(List::stream).toList();
    }

    /** The marketplace sends each line of an order as an order of its own from now on; or forgets the last. */
    synchronized List<String> splitNow(String orderId, boolean losesOne) {
        var whole = all().stream()
                .filter(order -> order.orderId().equals(orderId))
                .findFirst()
                .orElseThrow();
        var parts = new ArrayList<UpstreamOrder>();
        for (var line : whole.lines().subList(0, whole.lines().size() - (losesOne ? 1 : 0))) {
            var freight = parts.isEmpty() ? whole.freight() : Money.fen(0);
            parts.add(new UpstreamOrder(
                    id,
                    source,
                    orderId + "-" + parts.size(),
                    "",
                    whole.state(),
                    Money.fen(5_000L * line.quantity()).plus(freight),
                    freight,
                    List.of(line),
                    List.of()));
        }
        orders.replaceAll((_, list) -> list.contains(whole) ? List.copyOf(parts) : list);
        var ids = parts.stream().map(UpstreamOrder::orderId).toList();
        partsOf.put(orderId, ids);
        return ids;
    }

    /** The seller, or the marketplace, moves an order on. */
    synchronized void become(String orderId, State state, List<UpstreamOrder.Waybill> waybills) {
        orders.replaceAll((_, list) -> list.stream()
                .map(old -> old.orderId().equals(orderId)
                        ? new UpstreamOrder(
                                id,
                                source(),
                                orderId,
                                old.reference(),
                                state,
                                old.total(),
                                old.freight(),
                                old.lines(),
                                waybills)
                        : old)
                .toList());
    }

    private List<UpstreamOrder> made(PurchaseRequest request) {
        var lines = losesALine ? request.lines().subList(1, request.lines().size()) : request.lines();
        var parcels = split && lines.size() > 1
                ? List.of(lines.subList(0, 1), lines.subList(1, lines.size()))
                : List.of(lines);
        var made = new ArrayList<UpstreamOrder>();
        for (var parcel : parcels) {
            var postage = made.isEmpty() ? freight : Money.fen(0);
            made.add(new UpstreamOrder(
                    id,
                    source(),
                    id.slug() + "-" + run + "-" + next++,
                    request.reference(),
                    State.WAIT_PAY,
                    goods(parcel).plus(postage).plus(surcharge),
                    postage,
                    parcel.stream()
                            .map(line ->
                                    new UpstreamOrder.Line("", line.item().itemId(), line.orderKey(), line.quantity()))
                            .toList(),
                    List.of()));
        }
        return made;
    }

    private Money goods(List<PurchaseRequest.Line> lines) {
        return lines.stream().map(line -> price(line).times(line.quantity())).reduce(Money.fen(0), Money::plus);
    }

    private Money price(PurchaseRequest.Line line) {
        return prices.getOrDefault(line.item(), Money.fen(5_000));
    }

    private List<String> gone(PurchaseRequest request) {
        return request.lines().stream()
                .filter(line -> soldOut.contains(line.item()))
                .map(PurchaseRequest.Line::lineReference)
                .toList();
    }
}
