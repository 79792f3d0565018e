package io.sampan.help.reconciliation;

import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseReading;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.deliver.procurement.Purchases;
import io.sampan.ground.database.Stored;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Connector;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.OrderRead;
import io.sampan.outside.marketplace.Placed;
import io.sampan.outside.marketplace.UpstreamOrder;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What we bought is what the marketplaces say that we bought. Only purchases that are on their way are asked about, and those that ended although
 * something may have been ordered; never more than the settings' number of questions a run: the next run goes on where this one ended.
 */
@Component
final class AtMarketplaces implements Check {
    private static final Set<UpstreamOrder.State> OVER =
            Set.of(UpstreamOrder.State.CLOSED, UpstreamOrder.State.REFUNDING, UpstreamOrder.State.REFUNDED);

    private final PurchaseReading reading;
    private final Purchases purchases;
    private final Marketplaces marketplaces;
    private final DiscrepancyTable table;
    private final ReconciliationSettings settings;

    AtMarketplaces(
            PurchaseReading reading,
            Purchases purchases,
            Marketplaces marketplaces,
            DiscrepancyTable table,
            ReconciliationSettings settings) {
        this.reading = reading;
        this.purchases = purchases;
        this.marketplaces = marketplaces;
        this.table = table;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "marketplaces";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.UPSTREAM_OVER,
                Kind.UPSTREAM_UNPAID,
                Kind.UPSTREAM_TOTAL_DIFFERS,
                Kind.UPSTREAM_LINES_DIFFER,
                Kind.UPSTREAM_MISSING,
                Kind.UPSTREAM_SPLIT,
                Kind.UPSTREAM_WAYBILL_UNKNOWN,
                Kind.UPSTREAM_ORDER_UNKNOWN);
    }

    @Override
    public void look(Findings findings) {
        var begin = table.placeOf(name());
        var place = walk(begin, findings);
        if (place.isEmpty() && !begin.isEmpty()) {
            place = walk(Stored.START, findings);
        }
        table.goOnAfter(name(), place);
    }

    /** Asks about what comes after a place; answers where the questions ran out, or with the start when all was read. */
    private String walk(String begin, Findings findings) {
        var busy = new HashSet<String>();
        var batch = reading.after(begin, settings.batch());
        while (!batch.isEmpty()) {
            for (var kept : batch) {
                if (findings.calls() >= settings.calls()) {
                    return kept.key();
                }
                ask(kept, busy, findings);
            }
            batch = reading.after(batch.getLast().key(), settings.batch());
        }
        return Stored.START;
    }

    /** @param busy sources that said later: they are asked no more in this run */
    private void ask(Stored<Purchase> kept, Set<String> busy, Findings findings) {
        var purchase = kept.thing();
        var connector = marketplaces.at(purchase.marketplace(), purchase.source());
        boolean able = connector.capabilities().contains(Capability.ORDER_DETAIL);
        if (!able || busy.contains(purchase.source()) || !kept.isQuiet(findings.quietSince(), findings.now())) {
            return;
        }
        if (isOnItsWay(purchase.state())) {
            purchase.open().forEach(one -> read(purchase, one, connector, busy, findings));
        } else if (mayHaveMore(purchase)) {
            lookUp(purchase, connector, busy, findings);
        }
    }

    private void read(
            Purchase purchase, Purchase.Upstream one, Connector connector, Set<String> busy, Findings findings) {
        var subject = subject(purchase, one.order().orderId());
        if (busy.contains(purchase.source())) {
            return;
        }
        switch (connector.read(one.order().orderId())) {
            case OrderRead.Present(var now) -> {
                findings.looked(subject);
                compare(purchase, one, now, findings);
            }
            case OrderRead.Split(var parts) -> {
                findings.looked(subject);
                parts.stream()
                        .filter(part -> purchase.upstream().stream()
                                .noneMatch(known -> known.order().orderId().equals(part.orderId())))
                        .findFirst()
                        .ifPresent(part -> findings.add(of(Kind.UPSTREAM_SPLIT, purchase, subject)
                                .differs(one.order().told(), part.told())));
            }
            case OrderRead.Missing _ -> {
                findings.looked(subject);
                findings.add(of(Kind.UPSTREAM_MISSING, purchase, subject)
                        .differs(one.order().told(), "-"));
            }
            case OrderRead.Later _ -> busy.add(purchase.source());
            // Procurement takes the parts up when it reads the order next.
            case OrderRead.Split _ -> {}
            case OrderRead.Refused _, OrderRead.Traced _, OrderRead.Unsupported _ -> {}
        }
    }

    private static void compare(Purchase purchase, Purchase.Upstream known, UpstreamOrder now, Findings findings) {
        var subject = subject(purchase, now.orderId());
        boolean paid = known.payment() == Purchase.Payment.PAID;
        var ours = known.order();
        if (OVER.contains(now.state())) {
            findings.add(of(Kind.UPSTREAM_OVER, purchase, subject)
                    .differs(purchase.state().slug(), now.state()));
            return;
        }
        if (paid && now.state() == UpstreamOrder.State.WAIT_PAY) {
            findings.add(of(Kind.UPSTREAM_UNPAID, purchase, subject).differs(known.payment(), now.state()));
        }
        if (!now.total().equals(ours.total())) {
            findings.add(of(Kind.UPSTREAM_TOTAL_DIFFERS, purchase, subject).differs(ours.total(), now.total()));
        }
        if (!now.lines().isEmpty() && !pieces(now).equals(pieces(ours))) {
            findings.add(of(Kind.UPSTREAM_LINES_DIFFER, purchase, subject).differs(pieces(ours), pieces(now)));
        }
        now.waybills().stream()
                .map(UpstreamOrder.Waybill::number)
                .filter(number ->
                        ours.waybills().stream().noneMatch(one -> one.number().equals(number)))
                .findFirst()
                .ifPresent(number -> findings.add(
                        of(Kind.UPSTREAM_WAYBILL_UNKNOWN, purchase, subject).differs("-", number)));
    }

    /** An order with our reference that the purchase does not know. */
    private void lookUp(Purchase purchase, Connector connector, Set<String> busy, Findings findings) {
        var subject = purchase.id().toString();
        switch (connector.lookUp(purchases.errand(purchase).request())) {
            case Placed.Accepted(var orders) -> {
                findings.looked(subject);
                orders.stream()
                        .filter(order -> !OVER.contains(order.state()))
                        .filter(order -> purchase.upstream().stream()
                                .noneMatch(one -> one.order().orderId().equals(order.orderId())))
                        .forEach(order -> findings.add(of(Kind.UPSTREAM_ORDER_UNKNOWN, purchase, subject)
                                .differs(purchase.state().slug(), order.told())));
            }
            case Placed.Absent _ -> findings.looked(subject);
            case Placed.Later _ -> busy.add(purchase.source());
            case Placed.SoldOut _, Placed.PriceMoved _, Placed.Refused _, Placed.Unsupported _, Placed.Unclear _ -> {}
        }
    }

    private static boolean isOnItsWay(PurchaseState state) {
        return state instanceof PurchaseState.Placed
                || state instanceof PurchaseState.Paying
                || state instanceof PurchaseState.Paid
                || state instanceof PurchaseState.Shipped;
    }

    private static boolean mayHaveMore(Purchase purchase) {
        boolean ended = purchase.state() instanceof PurchaseState.Cancelled
                || purchase.state() instanceof PurchaseState.SoldOut
                || purchase.state() instanceof PurchaseState.NeedsHuman;
        return ended && purchase.askedAt() != null;
    }

    private static Map<String, Integer> pieces(UpstreamOrder order) {
        return order.lines().stream()
                .collect(Collectors.groupingBy(
                        UpstreamOrder.Line::orderKey,
                        TreeMap::new,
                        Collectors.summingInt(UpstreamOrder.Line::quantity)));
    }

    private static String subject(Purchase purchase, String orderId) {
        return purchase.id() + "/" + orderId;
    }

    private static Finding of(Kind kind, Purchase purchase, String subject) {
        var finding = Finding.of(kind, subject).about(purchase.marketplace().slug() + " " + purchase.source());
        return finding.target(purchase.id());
    }
}
