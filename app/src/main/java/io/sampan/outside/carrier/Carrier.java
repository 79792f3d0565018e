package io.sampan.outside.carrier;

import io.sampan.money.amount.Money;

/** One carrier's desk. Every verb answers within its time limit with an outcome; the same reference again has the effect of one. */
public interface Carrier {
    /** Its name in ledger accounts, settings and the lines' data, such as {@code sampanpost}. */
    String name();

    /** Announces a parcel. A shipment whose reference is booked already is that booking, not a second one. */
    Booked book(Shipment shipment);

    /** The label to print for a booked parcel. */
    Labelled label(String reference);

    /** Gives the parcel to the carrier; from then on it moves. */
    Passed handOver(String reference);

    /** What came of booking. */
    sealed interface Booked {
        /**
         * @param trackingNumber as people and tracking services know the parcel
         * @param freight in CNY, as the carrier will bill it
         * @param billedGrams the weight that it counts
         */
        record Done(String trackingNumber, Money freight, int billedGrams) implements Booked {}

        /** The carrier does not take it, for good; the code is its own. */
        record Refused(String code, String words) implements Booked {}

        /** Nobody knows whether it was booked, or it was not even looked at: book again with the same reference. */
        record Unclear(String why) implements Booked {}
    }

    /** What came of asking for a label. */
    sealed interface Labelled {
        record Ready(String contentType, byte[] bytes) implements Labelled {}

        record Refused(String code, String words) implements Labelled {}

        record Unclear(String why) implements Labelled {}
    }

    /** What came of handing over. */
    sealed interface Passed {
        record Done() implements Passed {}

        record Refused(String code, String words) implements Passed {}

        /** Nobody knows: ask again, which does no harm. */
        record Unclear(String why) implements Passed {}
    }
}
