package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What moved on the merchant's account, three hours late. Source: docs/sources/paypal.md "Transaction Search". */
final class Statement {
    static final String PATH = "/v1/reporting/transactions";

    private static final Duration LATE = Duration.ofHours(3);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int MOST = 500;
    private static final String CAPTURED = "T0006";
    private static final String GIVEN_BACK = "T1107";
    private static final String PAID_OUT = "T0001";

    /** With an offset that has no colon. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private record Row(String id, String event, String custom, Coin amount, long feeMinor, String status, Instant at) {}

    private final Kernel kernel;
    private final Orders orders;
    private final Payouts payouts;

    Statement(Kernel kernel, Orders orders, Payouts payouts) {
        this.kernel = kernel;
        this.orders = orders;
        this.payouts = payouts;
    }

    ObjectNode page(Question q) {
        Instant from = time(q, "start_date");
        Instant until = time(q, "end_date");
        if (until.isBefore(from) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw Refused.invalid("INVALID_REQUEST", "Date range is greater than 31 days");
        }
        int size = number(q, "page_size", 100);
        int page = number(q, "page", 1);
        if (size < 1 || size > MOST || page < 1) {
            throw Refused.invalid("INVALID_REQUEST", "Invalid page or page_size");
        }
        Instant refreshed = kernel.clock().now().minus(LATE);
        var rows = rows().filter(row -> !row.at().isBefore(from)
                        && !row.at().isAfter(until)
                        && !row.at().isAfter(refreshed))
                .sorted(Comparator.comparing(Row::at))
                .toList();
        return json(rows, size, page).put("last_refreshed_datetime", TIME.format(refreshed));
    }

    private static ObjectNode json(List<Row> rows, int size, int page) {
        var json = Json.object();
        var details = json.putArray("transaction_details");
        rows.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .forEach(row -> details.addObject().set("transaction_info", json(row)));
        return json.put("page", page)
                .put("total_items", rows.size())
                .put("total_pages", (rows.size() + size - 1) / size);
    }

    private static ObjectNode json(Row row) {
        var json = Json.object()
                .put("transaction_id", row.id())
                .put("transaction_event_code", row.event())
                .put("transaction_initiation_date", TIME.format(row.at()))
                .put("transaction_updated_date", TIME.format(row.at()))
                .put("transaction_status", row.status())
                .put("custom_field", row.custom());
        json.set("transaction_amount", row.amount().json());
        if (row.feeMinor() != 0) {
            json.set("fee_amount", row.amount().with(-row.feeMinor()).json());
        }
        return json;
    }

    private Stream<Row> rows() {
        return Stream.concat(
                orders.all().stream().flatMap(Statement::ofOrder),
                payouts.all().stream().flatMap(Statement::ofPayout));
    }

    private static Stream<Row> ofOrder(Order order) {
        var captures = order.captures().stream()
                .map(one -> new Row(
                        one.id(),
                        CAPTURED,
                        order.terms().customId(),
                        one.amount(),
                        one.fee().minor(),
                        "S",
                        one.at()));
        var refunds = order.refunds().stream()
                .map(one -> new Row(
                        one.id(),
                        GIVEN_BACK,
                        one.customId(),
                        one.amount().with(-one.amount().minor()),
                        0,
                        status(one.status()),
                        one.at()));
        return Stream.concat(captures, refunds);
    }

    private static Stream<Row> ofPayout(Payout payout) {
        return payout.items().stream()
                .filter(item -> item.counts() && !item.status().equals(Payout.PENDING))
                .map(item -> new Row(
                        item.id(),
                        PAID_OUT,
                        item.senderItemId(),
                        item.amount().with(-item.amount().minor()),
                        0,
                        "S",
                        payout.created()));
    }

    private static String status(String refund) {
        return switch (refund) {
            case "COMPLETED" -> "S";
            case "PENDING" -> "P";
            default -> "D";
        };
    }

    private static Instant time(Question q, String name) {
        try {
            return OffsetDateTime.parse(q.query().getOrDefault(name, "")).toInstant();
        } catch (DateTimeException notATime) {
            throw Refused.invalid("INVALID_REQUEST", "Invalid date passed: " + name);
        }
    }

    private static int number(Question q, String name, int usual) {
        try {
            return Integer.parseInt(q.query().getOrDefault(name, String.valueOf(usual)));
        } catch (NumberFormatException notANumber) {
            throw Refused.invalid("INVALID_REQUEST", "Invalid " + name);
        }
    }
}
