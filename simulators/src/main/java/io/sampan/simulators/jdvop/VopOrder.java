package io.sampan.simulators.jdvop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order as the enterprise placed it. What JD's warehouses make of it are purchases: one, or several once it is split.
 *
 * @param id         the number that the order was answered with
 * @param thirdOrder the enterprise's own number
 * @param parts      the purchases, each with its own number; the only one has the order's
 * @param reserved   stock was reserved first, so that a confirmation was waited for
 * @param made       when it was placed
 * @param confirmed  when it was confirmed; null while it waits for that
 * @param split      when its split shows; null when it has one part or is not in production yet
 * @param refused    the parts that the receiver turned away
 */
record VopOrder(
        String id,
        String thirdOrder,
        List<String> parts,
        boolean reserved,
        Instant made,
        @Nullable Instant confirmed,
        @Nullable Instant split,
        List<String> refused) {

    boolean splitBy(Instant now) {
        return split != null && !split.isAfter(now);
    }

    VopOrder confirmedAt(Instant now) {
        return new VopOrder(id, thirdOrder, parts, reserved, made, now, split, refused);
    }

    VopOrder splittingAt(Instant when) {
        return new VopOrder(id, thirdOrder, parts, reserved, made, confirmed, when, refused);
    }

    VopOrder refusing(String part) {
        List<String> all = new ArrayList<>(refused);
        all.add(part);
        return new VopOrder(id, thirdOrder, parts, reserved, made, confirmed, split, List.copyOf(all));
    }
}
