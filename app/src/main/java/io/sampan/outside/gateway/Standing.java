package io.sampan.outside.gateway;

import io.sampan.money.amount.Money;
import org.jspecify.annotations.Nullable;

/** How a payment stands at its gateway. */
public sealed interface Standing {
    /** The shopper has not completed it. {@code lastDecline} is the gateway's reason for the last failed try, if there was one. */
    record Open(@Nullable String lastDecline) implements Standing {}

    /** The gateway knows nothing of it, since the shopper never came so far. Once its page has ended, nobody will. */
    record Unbegun() implements Standing {}

    /** The money is held for us, not yet taken. */
    record Authorised(Money amount) implements Standing {}

    /** The gateway is still working on it. */
    record Pending() implements Standing {}

    /** @param fee what the gateway keeps of it, in the currency of the amount; zero if it does not tell */
    record Captured(Money amount, Money fee) implements Standing {}

    /** Closed without money: expired, cancelled or given up. */
    record Closed(String why) implements Standing {}

    /** The call itself was refused for good, such as a capture above the authorised amount; the payment is as it was. */
    record Refused(String code) implements Standing {}

    /** Nobody knows: ask again. */
    record Unclear(String why) implements Standing {}
}
