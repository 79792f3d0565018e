package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.deliver.procurement.PurchaseReading.Told;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.ground.database.Stored;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What sellers sent is expected, what came is known to the order's lines, and what was checked was photographed and weighed. */
@Component
final class GoodsOfOrders implements OrderCheck {
    private static final int HEAVIEST = 100_000;
    private static final int LONGEST_MM = 3_000;

    private final ReconciliationSettings settings;

    GoodsOfOrders(ReconciliationSettings settings) {
        this.settings = settings;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.WAYBILL_NOT_EXPECTED,
                Kind.ITEM_STATE_MISFILED,
                Kind.ITEM_OF_NO_LINE,
                Kind.ITEM_HERE_LINE_NOT,
                Kind.LINE_HERE_ITEM_NOT,
                Kind.ITEM_AND_LINE_DIFFER,
                Kind.ITEM_LEFT_EXPECTED,
                Kind.ITEM_UNCHECKED_LONG,
                Kind.ITEM_WEIGHT_IMPOSSIBLE,
                Kind.ITEM_WITHOUT_PHOTO);
    }

    @Override
    public void look(Dossier dossier, Findings run, List<Finding> found) {
        dossier.bought().told().forEach(told -> waybill(dossier, told, found));
        dossier.order().lines().forEach(line -> line(dossier, line, found));
        for (var kept : dossier.goods().items()) {
            item(dossier, kept, found);
            evidence(dossier, kept, found);
            waiting(dossier, kept, run, found);
        }
    }

    private static void waybill(Dossier dossier, Told told, List<Finding> found) {
        var number = told.waybill().number().strip().toUpperCase(Locale.ROOT);
        boolean expected = dossier.goods().inbounds().stream()
                .anyMatch(inbound -> inbound.thing().waybill().equals(number));
        if (!expected) {
            found.add(Finding.of(Kind.WAYBILL_NOT_EXPECTED, dossier.order(), told.purchase() + "/" + number)
                    .differs(number, "-")
                    .since(told.at())
                    .target(told.purchase()));
        }
    }

    private static void line(Dossier dossier, OrderLine line, List<Finding> found) {
        var item = dossier.goods().items().stream()
                .map(Stored::thing)
                .filter(one -> one.line().equals(line.id()))
                .findFirst();
        boolean there =
                item.filter(one -> !(one.state() instanceof ItemState.Expected)).isPresent();
        if (isHere(line.state()) && !there) {
            found.add(Finding.of(Kind.LINE_HERE_ITEM_NOT, dossier.order(), line.id())
                    .differs(
                            line.state().slug(),
                            item.map(one -> one.state().slug()).orElse("-"))
                    .since(dossier.kept().changedAt()));
        }
    }

    private static void item(Dossier dossier, Stored<Item> kept, List<Finding> found) {
        var item = kept.thing();
        if (!kept.state().equals(item.state().slug())) {
            found.add(of(Kind.ITEM_STATE_MISFILED, dossier, kept)
                    .differs(kept.state(), item.state().slug()));
        }
        var line = dossier.order().line(item.line());
        if (line.isEmpty()) {
            found.add(of(Kind.ITEM_OF_NO_LINE, dossier, kept).differs(item.line(), "-"));
            return;
        }
        var state = line.get().state();
        boolean here = switch (item.state()) {
            case ItemState.Expected _, ItemState.Unwanted _ -> false;
            case ItemState.Received _, ItemState.Accepted _, ItemState.Rejected _, ItemState.Packed _ -> true;
        };
        if (here && !isHere(state) && !(state instanceof LineState.Rejected)) {
            found.add(of(Kind.ITEM_HERE_LINE_NOT, dossier, kept)
                    .differs(item.state().slug(), state.slug()));
        } else if (here && !agree(item.state(), state)) {
            found.add(of(Kind.ITEM_AND_LINE_DIFFER, dossier, kept)
                    .differs(item.state().slug(), state.slug()));
        }
    }

    private static void evidence(Dossier dossier, Stored<Item> kept, List<Finding> found) {
        var item = kept.thing();
        boolean checked = item.state() instanceof ItemState.Accepted || item.state() instanceof ItemState.Packed;
        var grams = item.grams();
        var size = item.size();
        boolean possible = grams == null ? !checked : grams >= 1 && grams <= HEAVIEST;
        boolean measured = size == null || isSide(size.length()) && isSide(size.width()) && isSide(size.height());
        if (!possible || !measured) {
            found.add(of(Kind.ITEM_WEIGHT_IMPOSSIBLE, dossier, kept).differs(grams + " g", size == null ? "-" : size));
        }
        if (checked && !dossier.goods().photos().containsKey(item.id().value())) {
            found.add(of(Kind.ITEM_WITHOUT_PHOTO, dossier, kept)
                    .differs(item.state().slug(), 0));
        }
    }

    private void waiting(Dossier dossier, Stored<Item> kept, Findings run, List<Finding> found) {
        var item = kept.thing();
        var parts = dossier.goods().inbounds().stream()
                .map(Stored::thing)
                .filter(inbound -> inbound.contents().stream()
                        .anyMatch(content -> content.line().equals(item.line())))
                .toList();
        boolean arrived = !parts.isEmpty()
                && parts.stream().allMatch(inbound -> {
                    var at = inbound.arrivedAt();
                    return at != null && at.isBefore(run.quietSince());
                });
        if (item.state() instanceof ItemState.Expected && arrived) {
            found.add(of(Kind.ITEM_LEFT_EXPECTED, dossier, kept)
                    .differs(item.state().slug(), parts.getFirst().waybill()));
        }
        boolean old = kept.changedAt().isBefore(run.now().minus(settings.slow().check()));
        if (item.state() instanceof ItemState.Received && old) {
            found.add(of(Kind.ITEM_UNCHECKED_LONG, dossier, kept)
                    .differs(item.state().slug(), settings.slow().check()));
        }
    }

    private static Finding of(Kind kind, Dossier dossier, Stored<Item> kept) {
        return Finding.of(kind, dossier.order(), kept.key()).since(kept.changedAt());
    }

    private static boolean isHere(LineState state) {
        return switch (state) {
            case LineState.Received _, LineState.Accepted _, LineState.Packed _, LineState.Delivered _ -> true;
            case LineState.Ordered _, LineState.Buying _, LineState.Bought _, LineState.SellerShipped _ -> false;
            case LineState.Rejected _, LineState.Cancelled _ -> false;
        };
    }

    private static boolean agree(ItemState item, LineState line) {
        return switch (item) {
            case ItemState.Received _ -> line instanceof LineState.Received;
            case ItemState.Accepted _ -> line instanceof LineState.Accepted;
            case ItemState.Rejected _ -> line instanceof LineState.Rejected;
            case ItemState.Packed _ -> line instanceof LineState.Packed || line instanceof LineState.Delivered;
            case ItemState.Expected _, ItemState.Unwanted _ -> true;
        };
    }

    private static boolean isSide(int mm) {
        return mm >= 1 && mm <= LONGEST_MM;
    }
}
