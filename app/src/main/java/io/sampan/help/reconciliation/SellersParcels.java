package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.shipping.ParcelReading;
import io.sampan.deliver.warehouse.Inbound;
import io.sampan.deliver.warehouse.WarehouseReading;
import io.sampan.ground.database.Stored;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sellers' parcels arrive, hold something of orders that there are, and what hangs loose in the warehouse is known. */
@Component
final class SellersParcels implements Check {
    private final WarehouseReading warehouse;
    private final ParcelReading parcels;
    private final Orders orders;
    private final ReconciliationSettings settings;

    SellersParcels(WarehouseReading warehouse, ParcelReading parcels, Orders orders, ReconciliationSettings settings) {
        this.warehouse = warehouse;
        this.parcels = parcels;
        this.orders = orders;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "sellers' parcels";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.INBOUND_OVERDUE,
                Kind.INBOUND_OF_NO_ORDER,
                Kind.INBOUND_CONTENTS_HIDDEN,
                Kind.PHOTO_OF_NO_ITEM,
                Kind.TRACKING_NUMBER_TWICE);
    }

    @Override
    public void look(Findings findings) {
        var batch = warehouse.inboundsAfter(Stored.START, Stored.MOST_ROWS);
        while (!batch.isEmpty()) {
            var known = orders.known(batch.stream()
                    .flatMap(one -> one.thing().contents().stream())
                    .map(content -> content.order().value())
                    .collect(Collectors.toSet()));
            batch.stream()
                    .filter(one -> one.isQuiet(findings.quietSince(), findings.now()))
                    .forEach(one -> judge(one, known, findings));
            batch = warehouse.inboundsAfter(batch.getLast().key(), Stored.MOST_ROWS);
        }
        warehouse
                .strayPhotos(Stored.MOST_ROWS)
                .forEach(photo -> findings.add(
                        Finding.of(Kind.PHOTO_OF_NO_ITEM, photo.photo()).differs(photo.item(), "-")));
        parcels.sharedNumbers(Stored.MOST_ROWS)
                .forEach(shared -> findings.add(Finding.of(Kind.TRACKING_NUMBER_TWICE, shared.number())
                        .about(shared.number())
                        .differs(shared.parcels(), 1)));
    }

    private void judge(Stored<Inbound> kept, Set<UUID> known, Findings findings) {
        var inbound = kept.thing();
        if (inbound.arrivedAt() == null
                && inbound.heardAt()
                        .isBefore(findings.now().minus(settings.slow().inbound()))) {
            findings.add(of(Kind.INBOUND_OVERDUE, inbound)
                    .differs(inbound.company(), settings.slow().inbound())
                    .since(inbound.heardAt()));
        }
        inbound.contents().stream()
                .filter(content -> !known.contains(content.order().value()))
                .findFirst()
                .ifPresent(content ->
                        findings.add(of(Kind.INBOUND_OF_NO_ORDER, inbound).differs(content.order(), "-")));
        if (kept.state().equals("orphan") && !inbound.contents().isEmpty()) {
            findings.add(of(Kind.INBOUND_CONTENTS_HIDDEN, inbound)
                    .differs(kept.state(), inbound.contents().size()));
        }
    }

    private static Finding of(Kind kind, Inbound inbound) {
        return Finding.of(kind, inbound.waybill()).about(inbound.waybill());
    }
}
