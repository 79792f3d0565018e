package io.sampan.deliver.procurement;

import io.sampan.deliver.procurement.Desk.Next;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes purchases from step to step. Each step is at most a few calls between two transactions: the intent stands before a call, its outcome
 * after it, so that a crash anywhere is taken up by looking at the marketplace before doing anything twice.
 */
@Component
class Purchasing {
    private static final Logger LOG = LoggerFactory.getLogger(Purchasing.class);
    private static final int MOST_DOUBLINGS = 12;

    private final Desk desk;
    private final Asking asking;
    private final Ordering ordering;
    private final Settlement settlement;
    private final Watching watching;

    Purchasing(Desk desk, Asking asking, Ordering ordering, Settlement settlement, Watching watching) {
        this.desk = desk;
        this.asking = asking;
        this.ordering = ordering;
        this.settlement = settlement;
        this.watching = watching;
    }

    /** A bounded batch, all at once; one that fails is put off and stops nobody. */
    @Scheduled(
            fixedDelayString = "${sampan.procurement.tend-every:1s}",
            initialDelayString = "${sampan.procurement.tend-every:1s}")
    void tend() {
        var settings = desk.settings;
        var works = new HashMap<Lease, Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var lease : desk.table.claim(desk.now(), settings.lease(), settings.tendBatch())) {
                works.put(lease, threads.submit(() -> work(lease)));
            }
        }
        works.forEach(this::conclude);
    }

    private void conclude(Lease lease, Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            LOG.error("Purchase {} broke; it is tried again later", lease.purchase(), broken.getCause());
            rest(lease, new Next.Later(Duration.ZERO));
        }
    }

    /** As many steps as can be made now, each within a lease of its own length; a node that lost its lease stops. */
    void work(Lease lease) {
        Next next = new Next.Again();
        for (int i = 0; i < desk.settings.steps() && next instanceof Next.Again; i++) {
            if (!desk.table.prolong(lease, desk.now().plus(desk.settings.lease()))) {
                return;
            }
            next = step(desk.table.find(lease.purchase()).orElseThrow());
        }
        rest(lease, next);
    }

    private Next step(Purchase purchase) {
        return switch (purchase.state()) {
            case PurchaseState.Planned _ -> asking.planned(purchase);
            case PurchaseState.Quoting _ -> asking.quoting(purchase);
            case PurchaseState.Placing _ -> ordering.placing(purchase);
            case PurchaseState.Placed _ -> ordering.placed(purchase);
            case PurchaseState.Withdrawing withdrawing -> ordering.withdrawing(purchase, withdrawing.then());
            case PurchaseState.Paying _ -> settlement.paying(purchase);
            case PurchaseState.Paid _, PurchaseState.Shipped _ -> watching.watch(purchase);
            case PurchaseState.Arrived _, PurchaseState.NeedsHuman _, PurchaseState.PriceMoved _ -> new Next.Rest();
            case PurchaseState.SoldOut _, PurchaseState.Cancelled _, PurchaseState.Done _ -> new Next.Rest();
        };
    }

    private void rest(Lease lease, Next next) {
        switch (next) {
            case Next.Again _ -> desk.table.rest(lease, desk.now(), false);
            case Next.Later later ->
                desk.table.rest(lease, desk.now().plus(spacing(lease.purchase(), later.atLeast())), true);
            case Next.Watch watch -> desk.table.rest(lease, desk.now().plus(watch.after()), false);
            case Next.Rest _ -> desk.table.rest(lease, null, false);
        }
    }

    private Duration spacing(PurchaseId id, Duration atLeast) {
        int tries = Math.min(desk.table.tries(id), MOST_DOUBLINGS);
        var grown = desk.settings.spacing().multipliedBy(1L << tries);
        var wait = grown.compareTo(desk.settings.spacingMost()) > 0 ? desk.settings.spacingMost() : grown;
        return wait.compareTo(atLeast) > 0 ? wait : atLeast;
    }
}
