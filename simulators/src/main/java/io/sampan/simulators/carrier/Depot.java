package io.sampan.simulators.carrier;

import io.sampan.simulators.carrier.Parcel.State;
import io.sampan.simulators.carrier.Scan.Code;
import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All parcels, and what happens to them as the world's time passes. Its monitor guards every change. */
final class Depot implements Movements {
    /** A parcel that nobody has scanned for so long is declared lost. */
    static final Duration SILENCE = Duration.ofDays(14);

    private final Kernel kernel;
    private final long seed;
    private final Book<Parcel> parcels;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    Depot(Kernel kernel, long seed) {
        this.kernel = kernel;
        this.seed = seed;
        this.parcels = kernel.books().open("carrier-parcels", Parcel.class);
    }

    /** Makes a shipment, or gives back the one that this reference already has. */
    synchronized Parcel create(Consignment consignment) {
        Parcel known = parcels.get(consignment.ref()).orElse(null);
        if (known != null) {
            if (!known.consignment().equals(consignment)) {
                throw new Refusal("REF_NO_CONFLICT", "ref_no " + consignment.ref() + " is another shipment already");
            }
            return known;
        }
        consignment.line().check(consignment);
        int ofLine = (int) parcels.values().stream()
                .filter(parcel -> parcel.consignment().line() == consignment.line())
                .count();
        var created = new Scan(now(), Code.CREATED, "Shipment information received", "", "CN");
        var parcel = new Parcel(
                TrackingNumbers.nth(consignment.line(), ofLine + 1),
                consignment,
                consignment.line().freight(consignment),
                State.CREATED,
                List.of(created),
                List.of());
        keep(parcel);
        return parcel;
    }

    synchronized Parcel byRef(String ref) {
        return parcels.get(ref).orElseThrow(() -> new Refusal("ORDER_NOT_FOUND", "No shipment " + ref));
    }

    synchronized Parcel byNumber(String number) {
        return parcels.values().stream()
                .filter(parcel -> parcel.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new Refusal("ORDER_NOT_FOUND", "No parcel " + number));
    }

    synchronized List<Parcel> all() {
        return parcels.values();
    }

    /** Cancels what has not been handed over; twice is once. */
    synchronized Parcel cancel(String ref) {
        Parcel parcel = byRef(ref);
        if (parcel.state() == State.CANCELLED) {
            return parcel;
        }
        if (parcel.state() != State.CREATED) {
            throw new Refusal("STATE_NOT_ALLOWED", "A shipment that is " + parcel.state() + " cannot be cancelled");
        }
        return keep(parcel.scanned(
                new Scan(now(), Code.CANCELLED, "Shipment cancelled", "", "CN"), State.CANCELLED, List.of()));
    }

    /** The parcel is scanned at the depot and sets off; twice is once. */
    synchronized Parcel handOver(String ref) {
        Parcel parcel = byRef(ref);
        if (parcel.state() == State.CANCELLED) {
            throw new Refusal("STATE_NOT_ALLOWED", "A cancelled shipment cannot be handed over");
        }
        if (parcel.state() != State.CREATED) {
            return parcel;
        }
        Instant now = now();
        Parcel away = keep(parcel.scanned(Journey.pickedUp(now), State.HANDED_OVER, Journey.from(now, parcel, seed)));
        moveLater(away);
        return away;
    }

    /** Nobody sees the parcel again; it is declared lost after {@link #SILENCE}, or at once. */
    synchronized Parcel lose(String number, boolean atOnce) {
        Parcel parcel = onItsWay(number);
        Instant at = atOnce ? now() : now().plus(SILENCE);
        var lost = new Scan(at, Code.LOST, "Parcel lost, please contact the sender", "", "CN");
        return redirect(parcel, parcel.scans(), List.of(lost));
    }

    /** Customs keep it for some hours. */
    synchronized Parcel hold(String number, Duration time) {
        Parcel parcel = onItsWay(number);
        Scan last = parcel.scans().getLast();
        var held = new Scan(
                now(), Code.CUSTOMS_HOLD, "Held by customs, documents are checked", last.place(), last.country());
        Parcel stopped = keep(parcel.scanned(held, State.HANDED_OVER, parcel.delayed(time)));
        moveLater(stopped);
        return stopped;
    }

    /** It is delivered now, whatever was still ahead. */
    synchronized Parcel deliver(String number) {
        Parcel parcel = onItsWay(number);
        var receiver = parcel.consignment().receiver();
        var delivered = new Scan(now(), Code.DELIVERED, "Delivered", receiver.city(), receiver.country());
        return redirect(parcel, parcel.scans(), List.of(delivered));
    }

    private Parcel redirect(Parcel parcel, List<Scan> behind, List<Scan> ahead) {
        var next = new Parcel(
                parcel.number(), parcel.consignment(), parcel.freight(), parcel.state(), behind, List.copyOf(ahead));
        if (next.due(now())) {
            return keep(next.step());
        }
        parcels.put(next.consignment().ref(), next);
        moveLater(next);
        return next;
    }

    private Parcel onItsWay(String number) {
        Parcel parcel = byNumber(number);
        if (parcel.state() != State.HANDED_OVER) {
            throw new Refusal("STATE_NOT_ALLOWED", "A parcel that is " + parcel.state() + " is not on its way");
        }
        return parcel;
    }

    /** After a restart: every parcel moves on from where it was. */
    void resume() {
        all().forEach(this::moveLater);
    }

    private void moveLater(Parcel parcel) {
        if (!parcel.ahead().isEmpty()) {
            Instant at = parcel.ahead().getFirst().at();
            String ref = parcel.consignment().ref();
            kernel.clock().at(at, "parcel " + parcel.number(), () -> move(ref));
        }
    }

    private synchronized void move(String ref) {
        Parcel parcel = byRef(ref);
        if (parcel.due(now())) {
            moveLater(keep(parcel.step()));
        }
    }

    private Parcel keep(Parcel parcel) {
        parcels.put(parcel.consignment().ref(), parcel);
        listeners.forEach(listener -> listener.accept(parcel.number()));
        return parcel;
    }

    private Instant now() {
        return kernel.clock().now();
    }

    @Override
    public synchronized @Nullable Track track(String number) {
        return parcels.values().stream()
                .filter(parcel -> parcel.number().equals(number))
                .findFirst()
                .map(parcel -> new Track(
                        number,
                        parcel.consignment().line().name(),
                        parcel.consignment().receiver().country(),
                        parcel.scans()))
                .orElse(null);
    }

    @Override
    public void onScan(Consumer<String> listener) {
        listeners.add(listener);
    }
}
