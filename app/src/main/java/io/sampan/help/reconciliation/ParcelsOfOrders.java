package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.shipping.Parcel;
import io.sampan.deliver.shipping.ParcelReading.Kept;
import io.sampan.deliver.shipping.ParcelState;
import io.sampan.ground.database.Stored;
import io.sampan.money.ledger.AccountRef;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A parcel and its order are equally far, the carrier's news find it, somebody follows it, and its freight stands in the book. */
@Component
final class ParcelsOfOrders implements OrderCheck {
    private final ReconciliationSettings settings;

    ParcelsOfOrders(ReconciliationSettings settings) {
        this.settings = settings;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.PARCEL_STATE_MISFILED,
                Kind.PARCEL_AHEAD_OF_ORDER,
                Kind.ORDER_AHEAD_OF_PARCEL,
                Kind.DELIVERY_NOT_SEEN,
                Kind.PARCEL_ASLEEP,
                Kind.PARCEL_UNNUMBERED,
                Kind.PARCEL_NOT_HANDED_OVER_LONG,
                Kind.PARCEL_SLOW,
                Kind.TRACKING_MISFILED,
                Kind.TRACKING_NUMBER_DIFFERS,
                Kind.FREIGHT_NOT_BOOKED,
                Kind.FREIGHT_BOOKED_OTHERWISE,
                Kind.FREIGHT_BOOKED_UNSHIPPED);
    }

    @Override
    public void look(Dossier dossier, Findings run, List<Finding> found) {
        for (var kept : dossier.parcels()) {
            pace(dossier, kept, found);
            numbers(dossier, kept, found);
            care(dossier, kept, run, found);
            freight(dossier, kept.thing().parcel(), found);
        }
    }

    /** How far it is, from 0 in our house to 2 at the door. */
    private static int way(ParcelState state) {
        return switch (state) {
            case ParcelState.Packed _, ParcelState.Booking _, ParcelState.Booked _ -> 0;
            case ParcelState.HandingOver _, ParcelState.NeedsHuman _ -> 0;
            case ParcelState.HandedOver _, ParcelState.InTransit _ -> 1;
            case ParcelState.Lost _, ParcelState.Returned _ -> 1;
            case ParcelState.Delivered _ -> 2;
        };
    }

    private static int way(OrderState state) {
        return switch (state) {
            case OrderState.AwaitingPayment _, OrderState.Gathering _, OrderState.Cancelled _ -> 0;
            case OrderState.Received _, OrderState.Packed _ -> 0;
            case OrderState.HandedOver _ -> 1;
            case OrderState.Delivered _ -> 2;
        };
    }

    private static void pace(Dossier dossier, Stored<Kept> kept, List<Finding> found) {
        var parcel = kept.thing().parcel();
        if (!kept.state().equals(parcel.state().slug())) {
            found.add(of(Kind.PARCEL_STATE_MISFILED, dossier, kept)
                    .differs(kept.state(), parcel.state().slug()));
        }
        int ahead = Integer.compare(way(parcel.state()), way(dossier.order().state()));
        if (ahead != 0) {
            found.add(of(ahead > 0 ? Kind.PARCEL_AHEAD_OF_ORDER : Kind.ORDER_AHEAD_OF_PARCEL, dossier, kept)
                    .differs(parcel.state().slug(), dossier.order().state().slug()));
        }
        if (way(parcel.state()) == 1 && kept.thing().seenDelivered()) {
            found.add(of(Kind.DELIVERY_NOT_SEEN, dossier, kept)
                    .differs(parcel.state().slug(), "delivered"));
        }
    }

    private static void numbers(Dossier dossier, Stored<Kept> kept, List<Finding> found) {
        var parcel = kept.thing().parcel();
        var number = parcel.trackingNumber();
        if (!Objects.equals(kept.thing().number(), number)) {
            found.add(of(Kind.TRACKING_MISFILED, dossier, kept)
                    .differs(String.valueOf(kept.thing().number()), String.valueOf(number)));
        }
        boolean booked = way(parcel.state()) > 0 || parcel.state() instanceof ParcelState.Booked;
        if (booked && number == null) {
            found.add(of(Kind.PARCEL_UNNUMBERED, dossier, kept)
                    .differs(parcel.state().slug(), "-"));
        }
        if (dossier.order().state() instanceof OrderState.HandedOver(var told) && !told.equals(number)) {
            found.add(of(Kind.TRACKING_NUMBER_DIFFERS, dossier, kept).differs(told, String.valueOf(number)));
        }
    }

    private void care(Dossier dossier, Stored<Kept> kept, Findings run, List<Finding> found) {
        var state = kept.thing().parcel().state();
        boolean resting = state instanceof ParcelState.Booked
                || state instanceof ParcelState.Delivered
                || state instanceof ParcelState.NeedsHuman;
        if (!resting && kept.isAsleep()) {
            found.add(of(Kind.PARCEL_ASLEEP, dossier, kept).differs(kept.state(), "-"));
        }
        if (state instanceof ParcelState.Booked
                && kept.changedAt().isBefore(run.now().minus(settings.slow().handOver()))) {
            found.add(of(Kind.PARCEL_NOT_HANDED_OVER_LONG, dossier, kept)
                    .differs(kept.state(), settings.slow().handOver()));
        }
        boolean moving = state instanceof ParcelState.HandedOver || state instanceof ParcelState.InTransit;
        if (moving && kept.changedAt().isBefore(run.now().minus(settings.slow().parcel()))) {
            found.add(of(Kind.PARCEL_SLOW, dossier, kept)
                    .differs(kept.state(), settings.slow().parcel()));
        }
    }

    private static void freight(Dossier dossier, Parcel parcel, List<Finding> found) {
        var entry = "freight:" + parcel.id();
        boolean booked = dossier.book().has(entry);
        if (way(parcel.state()) == 0) {
            if (booked) {
                found.add(Finding.of(Kind.FREIGHT_BOOKED_UNSHIPPED, dossier.order(), parcel.id())
                        .differs(parcel.state().slug(), entry));
            }
            return;
        }
        var freight = parcel.freight();
        long billed = freight == null ? 0 : freight.minor();
        long moved = Math.negateExact(dossier.book().moved(entry, AccountRef.Kind.CARRIER));
        if (!booked && billed > 0) {
            found.add(Finding.of(Kind.FREIGHT_NOT_BOOKED, dossier.order(), parcel.id())
                    .differs(billed, "-"));
        } else if (booked && moved != billed) {
            found.add(Finding.of(Kind.FREIGHT_BOOKED_OTHERWISE, dossier.order(), parcel.id())
                    .differs(billed, moved));
        }
    }

    private static Finding of(Kind kind, Dossier dossier, Stored<Kept> kept) {
        return Finding.of(kind, dossier.order(), kept.key())
                .since(kept.changedAt())
                .target(kept.key());
    }
}
