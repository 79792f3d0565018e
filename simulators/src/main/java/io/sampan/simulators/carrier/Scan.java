package io.sampan.simulators.carrier;

import java.time.Instant;

/**
 * One event on a parcel's way.
 *
 * @param code    what happened
 * @param text    in the carrier's words
 * @param place   city, or empty
 * @param country ISO code of the place
 */
public record Scan(Instant at, Code code, String text, String place, String country) {

    /** What can happen to a parcel, in the usual order; the last three are misfortunes. */
    public enum Code {
        CREATED,
        PICKED_UP,
        DEPARTED_DEPOT,
        EXPORT_CUSTOMS,
        DEPARTED_ORIGIN,
        ARRIVED_DESTINATION,
        IMPORT_CUSTOMS,
        CUSTOMS_CLEARED,
        AT_LOCAL_DEPOT,
        OUT_FOR_DELIVERY,
        DELIVERED,
        CUSTOMS_HOLD,
        LOST,
        CANCELLED
    }
}
