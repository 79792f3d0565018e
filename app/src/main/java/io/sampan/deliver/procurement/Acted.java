package io.sampan.deliver.procurement;

/** What came of a person's decision about a purchase. */
public sealed interface Acted {
    record Done() implements Acted {}

    /** It waits for no person, or its order is cancelled; nothing changed. */
    record Forbidden(PurchaseState state) implements Acted {}

    /** Its seller closed only a part of it, and a program would buy all of it again; nothing changed. */
    record InPart() implements Acted {}

    /** Another purchase has this order of the marketplace already; nothing changed. */
    record TakenBy(PurchaseId other) implements Acted {}
}
