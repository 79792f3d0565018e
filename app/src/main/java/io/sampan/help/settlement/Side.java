package io.sampan.help.settlement;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.AccountReport.Moved;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one side says of one thing that money moved for, in one currency. @param subject empty where the side does not know it */
record Side(String key, String subject, Money net, Money fee, Instant at) {
    static Side told(Moved moved) {
        return new Side(moved.key(), "", moved.net(), moved.fee(), moved.at());
    }

    /** What belongs together as one, at its first moment. */
    static Map<String, Side> by(Stream<Side> sides) {
        return sides.collect(Collectors.toMap(Side::id, side -> side, Side::with));
    }

    private String id() {
        return key + " " + net.currency().getCurrencyCode();
    }

    private Side with(Side other) {
        var first = at.isAfter(other.at) ? other : this;
        return new Side(key, first.subject, net.plus(other.net), fee.plus(other.fee), first.at);
    }
}
