package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.ground.database.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A purchase is filed where it is looked for, somebody takes it up again, and it does not wait for what will never come. */
@Component
final class StateOfPurchases implements OrderCheck {
    private final ReconciliationSettings settings;

    StateOfPurchases(ReconciliationSettings settings) {
        this.settings = settings;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.PURCHASE_STATE_MISFILED,
                Kind.PURCHASE_ASLEEP,
                Kind.PURCHASE_UNSETTLED_LONG,
                Kind.SELLER_SLOW,
                Kind.PRICE_QUESTION_LOST,
                Kind.UPSTREAM_NOT_FILED,
                Kind.UPSTREAM_FILED_ELSEWHERE);
    }

    @Override
    public void look(Dossier dossier, Findings run, List<Finding> found) {
        for (var kept : dossier.bought().all()) {
            var purchase = kept.thing();
            if (!kept.state().equals(purchase.state().slug())) {
                found.add(of(Kind.PURCHASE_STATE_MISFILED, dossier, kept)
                        .differs(kept.state(), purchase.state().slug()));
            }
            if (isTended(purchase.state()) && kept.isAsleep()) {
                found.add(of(Kind.PURCHASE_ASLEEP, dossier, kept).differs(kept.state(), "-"));
            }
            slow(dossier, kept, run, found);
            if (purchase.state() instanceof PurchaseState.PriceMoved && !isAsked(dossier, purchase)) {
                found.add(of(Kind.PRICE_QUESTION_LOST, dossier, kept)
                        .differs(kept.state(), dossier.order().state().slug()));
            }
            purchase.upstream().forEach(one -> filed(dossier, kept, one, found));
        }
    }

    private void slow(Dossier dossier, Stored<Purchase> kept, Findings run, List<Finding> found) {
        var state = kept.thing().state();
        boolean unsettled = isTended(state) && !isWatched(state);
        if (unsettled && isOlder(kept, settings.slow().purchase(), run)) {
            found.add(of(Kind.PURCHASE_UNSETTLED_LONG, dossier, kept)
                    .differs(kept.state(), settings.slow().purchase()));
        }
        if (state instanceof PurchaseState.Paid && isOlder(kept, settings.slow().seller(), run)) {
            found.add(of(Kind.SELLER_SLOW, dossier, kept)
                    .differs(kept.state(), settings.slow().seller()));
        }
    }

    private static void filed(Dossier dossier, Stored<Purchase> kept, Purchase.Upstream one, List<Finding> found) {
        var purchase = kept.thing();
        var id = one.order().orderId();
        var filed = dossier.bought().filed().stream()
                .filter(row -> row.order().equals(id)
                        && row.marketplace().equals(purchase.marketplace().name())
                        && row.source().equals(purchase.source()))
                .findFirst();
        var subject = purchase.id() + "/" + id;
        if (filed.isEmpty()) {
            found.add(Finding.of(Kind.UPSTREAM_NOT_FILED, dossier.order(), subject)
                    .differs(id, "-")
                    .target(purchase.id()));
        } else if (!filed.get().purchase().equals(purchase.id())) {
            found.add(Finding.of(Kind.UPSTREAM_FILED_ELSEWHERE, dossier.order(), subject)
                    .differs(purchase.id(), filed.get().purchase()));
        }
    }

    private static Finding of(Kind kind, Dossier dossier, Stored<Purchase> kept) {
        var purchase = kept.thing();
        return Finding.of(kind, dossier.order(), purchase.id())
                .since(kept.changedAt())
                .target(purchase.id());
    }

    private static boolean isOlder(Stored<Purchase> kept, Duration age, Findings run) {
        return kept.changedAt().isBefore(run.now().minus(age));
    }

    private static boolean isAsked(Dossier dossier, Purchase purchase) {
        return dossier.order().state() instanceof OrderState.NeedsShopper asks
                && asks.moves().stream()
                        .anyMatch(move -> purchase.lines().stream()
                                .anyMatch(line -> line.line().equals(move.line())));
    }

    /** Whether the caretaker goes on with it by itself. */
    private static boolean isTended(PurchaseState state) {
        return switch (state) {
            case PurchaseState.Planned _, PurchaseState.Quoting _, PurchaseState.Placing _ -> true;
            case PurchaseState.Placed _, PurchaseState.Withdrawing _, PurchaseState.Paying _ -> true;
            case PurchaseState.Paid _, PurchaseState.Shipped _ -> true;
            case PurchaseState.Arrived _, PurchaseState.NeedsHuman _, PurchaseState.PriceMoved _ -> false;
            case PurchaseState.SoldOut _, PurchaseState.Cancelled _, PurchaseState.Done _ -> false;
        };
    }

    private static boolean isWatched(PurchaseState state) {
        return state instanceof PurchaseState.Paid || state instanceof PurchaseState.Shipped;
    }
}
