package io.sampan.outside.carrier;

import io.sampan.money.amount.Money;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A carrier on paper that keeps the promise of {@link Carrier}, and can be made to refuse, to fall silent after doing, or to break. */
public final class PaperCarrier implements Carrier {
    /** What happens once a call has had its effect. */
    public enum Mishap {
        SILENCE,
        BREAKDOWN
    }

    /** Bookings by reference; more than one of a parcel would be a second entry. */
    public final Map<String, Shipment> booked = new LinkedHashMap<>();

    public final Set<String> handedOver = new TreeSet<>();
    public int calls;
    public @Nullable Mishap mishap;
    public @Nullable String refusal;
    public Money freight = Money.fen(9_000);

    @Override
    public String name() {
        return "sampanpost";
    }

    @Override
    public Booked book(Shipment shipment) {
        calls++;
        if (refusal != null) {
            return new Booked.Refused(refusal, "no");
        }
        booked.putIfAbsent(shipment.reference(), shipment);
        if (happens()) {
            return new Booked.Unclear("silence");
        }
        return new Booked.Done(
                "YT" + Integer.toUnsignedString(shipment.reference().hashCode()), freight, 1_500);
    }

    @Override
    public Labelled label(String reference) {
        return new Labelled.Ready("image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Passed handOver(String reference) {
        calls++;
        if (refusal != null) {
            return new Passed.Refused(refusal, "no");
        }
        handedOver.add(reference);
        return happens() ? new Passed.Unclear("silence") : new Passed.Done();
    }

    public Carriers desk() {
        return SampleCarriers.of(this);
    }

    private boolean happens() {
        var now = mishap;
        mishap = null;
        if (now == Mishap.BREAKDOWN) {
            throw new IllegalStateException("The app breaks down here");
        }
        return now == Mishap.SILENCE;
    }
}
