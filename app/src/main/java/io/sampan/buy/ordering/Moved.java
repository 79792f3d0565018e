package io.sampan.buy.ordering;

/** What came of a move of an order. */
public sealed interface Moved {
    /** It moved; the timeline tells. */
    record Done() implements Moved {}

    /** It had moved before, or is further already; nothing changed. */
    record Already() implements Moved {}

    /** It cannot move so from where it is; nothing changed. */
    record Forbidden(OrderState state) implements Moved {}

    /** Whether what was wanted is true now. */
    default boolean stands() {
        return switch (this) {
            case Done _, Already _ -> true;
            case Forbidden _ -> false;
        };
    }
}
