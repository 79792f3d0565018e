package io.sampan.help.reconciliation;

import io.sampan.buy.ordering.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that differs now.
 *
 * @param subject the ids of what it is about; with the kind, the same again
 * @param order the id of the order that it belongs to; empty when there is none
 * @param about what people call it: an order's number, a product's item; may be empty
 * @param here the one value
 * @param there the other value, which it should agree with
 * @param since when it came to be so, as far as anybody knows
 * @param target what the repair of its kind needs; empty where none can run
 */
record Finding(
        Kind kind,
        String subject,
        String order,
        String about,
        String here,
        String there,
        @Nullable Instant since,
        String target) {
    private static final int LONGEST = 200;

    static Finding of(Kind kind, Object subject) {
        return new Finding(kind, subject.toString(), "", "", "", "", null, "");
    }

    static Finding of(Kind kind, Order order, Object subject) {
        return new Finding(kind, subject.toString(), order.id().toString(), order.number(), "", "", null, "");
    }

    Finding differs(Object here, Object there) {
        return new Finding(kind, subject, order, about, cut(here), cut(there), since, target);
    }

    Finding about(String name) {
        return new Finding(kind, subject, order, name, here, there, since, target);
    }

    Finding since(Instant moment) {
        return new Finding(kind, subject, order, about, here, there, moment, target);
    }

    Finding target(Object what) {
        return new Finding(kind, subject, order, about, here, there, since, what.toString());
    }

    /** The same discrepancy found again has the same. */
    String key() {
        return kind.slug() + ":" + subject;
    }

    private static String cut(Object value) {
        var text = value.toString();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
