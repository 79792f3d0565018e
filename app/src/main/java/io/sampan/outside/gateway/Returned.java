package io.sampan.outside.gateway;

/** What came of giving money back, or of paying it out. A refund that succeeded may still fail days later. */
public sealed interface Returned {
    record Done(String refundReference) implements Returned {}

    record Pending(String refundReference) implements Returned {}

    record Failed(String refundReference, String why) implements Returned {}

    /** It was not even tried, for good; {@code code} is the gateway's own. */
    record Refused(String code) implements Returned {}

    /** Nobody knows: try again with the same key. */
    record Unclear(String why) implements Returned {}
}
