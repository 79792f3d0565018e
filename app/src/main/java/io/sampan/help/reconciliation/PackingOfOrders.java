package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.shipping.ParcelReading.Kept;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.deliver.warehouse.PackedParcel;
import io.sampan.ground.database.Stored;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was packed lies in a parcel, the parcel holds something and weighs what is in it, and shipping knows it. */
@Component
final class PackingOfOrders implements OrderCheck {
    /** A parcel weighs at least this share of what was put into it: scales differ, and not by more. */
    private static final double LEAST_SHARE = 0.8;

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.ITEM_PACKED_NOWHERE,
                Kind.ORDER_WITHOUT_PARCEL,
                Kind.PARCEL_EMPTY,
                Kind.PARCEL_WEIGHT_IMPOSSIBLE,
                Kind.PACKED_NOT_SHIPPED,
                Kind.SHIPPED_NOT_PACKED,
                Kind.PARCEL_SIZE_DIFFERS);
    }

    @Override
    public void look(Dossier dossier, Findings run, List<Finding> found) {
        var order = dossier.order();
        var packed = dossier.goods().packed();
        boolean isPacked = order.state() instanceof OrderState.Packed
                || order.state() instanceof OrderState.HandedOver
                || order.state() instanceof OrderState.Delivered;
        if (isPacked && packed.isEmpty()) {
            found.add(Finding.of(Kind.ORDER_WITHOUT_PARCEL, order, order.id())
                    .differs(order.state().slug(), "-")
                    .since(dossier.kept().changedAt()));
        }
        for (var item : dossier.goods().items()) {
            if (item.thing().state() instanceof ItemState.Packed(var parcel)
                    && packed.stream().noneMatch(one -> one.thing().id().equals(parcel))) {
                found.add(Finding.of(Kind.ITEM_PACKED_NOWHERE, order, item.key())
                        .differs(parcel, "-")
                        .since(item.changedAt()));
            }
        }
        packed.forEach(parcel -> parcel(dossier, parcel, found));
        dossier.parcels().forEach(parcel -> shipped(dossier, parcel, found));
    }

    private static void parcel(Dossier dossier, Stored<PackedParcel> kept, List<Finding> found) {
        var order = dossier.order();
        var parcel = kept.thing();
        var inside = dossier.goods().items().stream()
                .map(Stored::thing)
                .filter(item -> item.state() instanceof ItemState.Packed(var in) && in.equals(parcel.id()))
                .toList();
        long grams = inside.stream().mapToLong(PackingOfOrders::grams).sum();
        if (inside.isEmpty()) {
            found.add(Finding.of(Kind.PARCEL_EMPTY, order, kept.key())
                    .differs(0, parcel.id())
                    .since(parcel.packedAt()));
        } else if (parcel.size().grams() < 1 || parcel.size().grams() < grams * LEAST_SHARE) {
            found.add(Finding.of(Kind.PARCEL_WEIGHT_IMPOSSIBLE, order, kept.key())
                    .differs(parcel.size().grams() + " g", grams + " g")
                    .since(parcel.packedAt()));
        }
        if (dossier.parcels().stream().noneMatch(one -> one.key().equals(kept.key()))) {
            found.add(Finding.of(Kind.PACKED_NOT_SHIPPED, order, kept.key())
                    .differs(parcel.id(), "-")
                    .since(parcel.packedAt())
                    .target(parcel.id()));
        }
    }

    private static void shipped(Dossier dossier, Stored<Kept> kept, List<Finding> found) {
        var packed = dossier.goods().packed().stream()
                .filter(one -> one.key().equals(kept.key()))
                .findFirst();
        var size = kept.thing().parcel().size();
        if (packed.isEmpty()) {
            found.add(Finding.of(Kind.SHIPPED_NOT_PACKED, dossier.order(), kept.key())
                    .differs(kept.key(), "-"));
        } else if (!packed.get().thing().size().equals(size)) {
            found.add(Finding.of(Kind.PARCEL_SIZE_DIFFERS, dossier.order(), kept.key())
                    .differs(size, packed.get().thing().size()));
        }
    }

    private static int grams(Item item) {
        var grams = item.grams();
        return grams == null ? 0 : grams;
    }
}
