package io.sampan.deliver.shipping;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Locale;

/** Where a parcel stands. All moves are methods of {@link Parcel}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface ParcelState {
    record Packed() implements ParcelState {}

    /** The carrier is being asked to take it. */
    record Booking() implements ParcelState {}

    /** Announced, with a label to print; it lies in our warehouse. */
    record Booked() implements ParcelState {}

    /** An operator gave it away; the carrier is being told. */
    record HandingOver() implements ParcelState {}

    record HandedOver() implements ParcelState {}

    /** The carrier's scans show it moving. */
    record InTransit() implements ParcelState {}

    record Delivered(Instant at) implements ParcelState {}

    /** The carrier says so; a later scan takes it back. */
    record Lost() implements ParcelState {}

    /** On its way back to us, or back. */
    record Returned() implements ParcelState {}

    /** The carrier refused: a person puts it right and has it tried again. */
    record NeedsHuman(Step step, String code, String words) implements ParcelState {}

    /** What the carrier refused. */
    enum Step {
        BOOKING,
        HANDING_OVER
    }

    /** Such as {@code in-transit}, the end of its text keys. */
    default String slug() {
        return getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
