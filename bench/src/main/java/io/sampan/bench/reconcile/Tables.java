package io.sampan.bench.reconcile;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes rows as the owner of the tables, many at a time. */
final class Tables {
    private static final int MOST_WAITING = 4_000;

    private final JdbcTemplate owner;
    private final Map<String, List<Object[]>> waiting = new LinkedHashMap<>();
    private int rows;

    Tables(JdbcTemplate owner) {
        this.owner = owner;
    }

    /** A row for {@code INSERT}: the table with its columns, one value for each; columns that hold JSON end with {@code ::jsonb}. */
    void add(String table, String columns, @Nullable Object... values) {
        var names = columns.split(", ");
        var marks = new ArrayList<String>();
        for (var name : names) {
            marks.add(name.endsWith("::jsonb") ? "?::jsonb" : "?");
        }
        var sql = "INSERT INTO " + table + " (" + columns.replace("::jsonb", "") + ") VALUES ("
                + String.join(", ", marks) + ")";
        waiting.computeIfAbsent(sql, _ -> new ArrayList<>()).add(plain(values));
        rows++;
        if (rows % MOST_WAITING == 0) {
            flush();
        }
    }

    /** Tables are written in the order in which they first had a row: what others refer to comes first. */
    void flush() {
        waiting.forEach((sql, values) -> {
            if (!values.isEmpty()) {
                owner.batchUpdate(sql, List.copyOf(values));
                values.clear();
            }
        });
    }

    int rows() {
        return rows;
    }

    /** Does something to the tables at once, as a fault does; how many rows it hit. */
    int run(String sql, @Nullable Object... values) {
        return owner.update(sql, plain(values));
    }

    private static Object[] plain(@Nullable Object[] values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Instant at ? Timestamp.from(at) : value)
                .toArray();
    }

    /** An entry of the book with its postings: account kind, subject and amount in turn. */
    void book(String entry, String kind, UUID order, Instant at, String currency, Object... postings) {
        add("ledger.entry", "id, kind, subject, at, recorded_at", entry, kind, order.toString(), at, at);
        for (int i = 0; i < postings.length; i += 3) {
            add(
                    "ledger.posting",
                    "entry_id, line, account_kind, account_subject, minor, currency",
                    entry,
                    i / 3,
                    postings[i],
                    postings[i + 1].toString(),
                    ((Number) postings[i + 2]).longValue(),
                    currency);
        }
    }
}
