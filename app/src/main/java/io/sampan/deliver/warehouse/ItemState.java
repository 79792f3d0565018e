package io.sampan.deliver.warehouse;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Locale;

/** Where an item stands. All moves are methods of {@link Item}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface ItemState {
    /** On its way from the seller, or a part of it is. */
    record Expected() implements ItemState {}

    /** All of it is here, not checked yet. */
    record Received(Instant at) implements ItemState {}

    record Accepted(Instant at) implements ItemState {}

    record Rejected(Instant at, Defect defect) implements ItemState {}

    record Packed(ParcelId parcel) implements ItemState {}

    /** It came although its order line is over: it waits to go back to the seller. */
    record Unwanted(Instant at) implements ItemState {}

    /** Such as {@code received}, the end of its text keys. */
    default String slug() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
