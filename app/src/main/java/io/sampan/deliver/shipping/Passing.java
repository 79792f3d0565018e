package io.sampan.deliver.shipping;

/** What came of handing a parcel over. */
public sealed interface Passing {
    record Done(String trackingNumber) implements Passing {}

    /** It was handed over before; nothing changed. */
    record Already() implements Passing {}

    /** The carrier did not answer clearly: it is asked again by itself. */
    record Pending(String why) implements Passing {}

    /** It is not booked, or the carrier refused it. */
    record Forbidden(ParcelState state) implements Passing {}
}
