package io.sampan.buy.ordering;

import java.net.URI;

/** Where a shopper pays what is due now. */
public sealed interface PayPage {
    /** The gateway's page; asking again gives the same one while it is open. */
    record Ready(URI page) implements PayPage {}

    /** The shopper has done their part; the order will move by itself. */
    record BeingTaken() implements PayPage {}

    /** Nothing is to be paid in this state. */
    record NothingDue(OrderState state) implements PayPage {}

    /** The gateway will not take it, for good; {@code code} is its own. */
    record Refused(String code) implements PayPage {}

    /** Not now; the order stays, and the same question later may succeed. */
    record NotNow(String why) implements PayPage {}
}
