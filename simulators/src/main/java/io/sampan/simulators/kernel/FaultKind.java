package io.sampan.simulators.kernel;

/** What can be made to go wrong. */
public enum FaultKind {
    /** The answer comes late, by the fault's millis. */
    DELAY,
    /** The answer is a 5xx, the factor if that is one, otherwise 500; the service does nothing. */
    ERROR_5XX,
    /** The service does the work and keeps it, then closes the connection without an answer. */
    DROP_AFTER_SUCCESS,
    /** A push arrives twice. */
    DUPLICATE_PUSH,
    /** A push is held back until the one after it has gone out. */
    REORDER_PUSH,
    /** A push carries a wrong signature at its first try. */
    BAD_PUSH_SIGNATURE,
    /** The service says that it is called too often. */
    FLOW_CONTROL,
    /** The goods are there at preview and gone when the order is placed. */
    SOLD_OUT_AFTER_PREVIEW,
    /** The price is multiplied by factor percent between preview and order. */
    PRICE_MOVED_AFTER_PREVIEW,
    /** One order is split into several. */
    SPLIT_ORDER,
    /** The payment's outcome is not told. */
    PAY_UNCLEAR
}
