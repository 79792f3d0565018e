package io.sampan.deliver.warehouse;

import java.util.List;

/** What came of receiving a parcel. */
public sealed interface Receiving {
    /**
     * It was expected.
     *
     * @param items all that may be in it; those whose other parcels are still on their way stay {@link ItemState.Expected}
     */
    record Matched(List<Item> items) implements Receiving {
        public Matched {
            items = List.copyOf(items);
        }
    }

    /** It was received before; nothing changed. */
    record AlreadyReceived(List<Item> items) implements Receiving {
        public AlreadyReceived {
            items = List.copyOf(items);
        }
    }

    /** Nobody expected it. It is kept, and matched by itself when a seller tells of it, or by a person. */
    record Orphan(String waybill) implements Receiving {}

    /** No courier's number: 4 to 40 letters, digits or hyphens. */
    record Malformed() implements Receiving {}
}
