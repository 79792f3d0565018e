package io.sampan.simulators.carrier;

import java.util.List;
import java.util.function.Consumer;

/** What anybody who reads the carrier's tracking pages can see. */
public interface Movements {

    /**
     * The public side of one parcel.
     *
     * @param number  tracking number
     * @param line    EXPRESS or ECONOMY
     * @param country destination
     * @param scans   oldest first
     */
    record Track(String number, String line, String country, List<Scan> scans) {}

    /** A parcel's track; null when the number is not this carrier's. */
    @org.jspecify.annotations.Nullable
    Track track(String number);

    /** Called with the tracking number after each new scan. Must not block. */
    void onScan(Consumer<String> listener);
}
