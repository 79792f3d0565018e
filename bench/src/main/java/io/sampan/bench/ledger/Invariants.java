package io.sampan.bench.ledger;

import io.sampan.ground.database.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold of a book whatever was told to it, read from its tables by a way of its own. Each query counts what breaks one law. Source:
 * TigerBeetle's and Formance's lists of invariants.
 */
final class Invariants {
    private static final String SUMS = """
            SELECT kind, subject, currency, sum(debits) AS debits, sum(credits) AS credits, sum(held) AS held FROM (
                SELECT account_kind AS kind, account_subject AS subject, currency, greatest(minor, 0) AS debits,
                    greatest(-minor, 0) AS credits, 0 AS held
                FROM ledger.posting
                UNION ALL
                SELECT debit_kind, debit_subject, currency, 0, 0, minor FROM ledger.hold h
                WHERE NOT EXISTS (SELECT FROM ledger.hold_end e WHERE e.hold_id = h.id)
            ) moved WHERE kind IN ('SHOPPER_BALANCE', 'COUPON') GROUP BY kind, subject, currency
            """;

    private final JdbcClient jdbc;

    Invariants(TestDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** By law, how often it is broken. */
    Map<String, Long> broken(Set<String> done) {
        var broken = new LinkedHashMap<String, Long>();
        laws().forEach((law, query) ->
                broken.put(law, jdbc.sql(query).query(Long.class).single()));
        var standing = ids();
        broken.put(
                "what was answered done stands",
                done.stream().filter(id -> !standing.contains(id)).count());
        return broken;
    }

    private static Map<String, String> laws() {
        var laws = new LinkedHashMap<String, String>();
        laws.put("every entry sums to zero in each currency", """
                SELECT count(*) FROM (SELECT FROM ledger.posting GROUP BY entry_id, currency HAVING sum(minor) <> 0) x""");
        laws.put("every entry has two postings at least", """
                SELECT count(*) FROM ledger.entry e WHERE (SELECT count(*) FROM ledger.posting p WHERE p.entry_id = e.id) < 2""");
        laws.put(
                "no limited account is overdrawn",
                "SELECT count(*) FROM (" + SUMS + ") s WHERE debits + held > credits");
        laws.put("what is kept beside the postings is their sum", "SELECT count(*) FROM (" + SUMS + """
                ) s FULL JOIN ledger.limited_account l
                    ON l.account_kind = s.kind AND l.account_subject = s.subject AND l.currency = s.currency
                WHERE coalesce(s.debits, 0) <> coalesce(l.debits, 0) OR coalesce(s.credits, 0) <> coalesce(l.credits, 0)
                    OR coalesce(s.held, 0) <> coalesce(l.debits_held, 0)""");
        laws.put("no more is settled than was held", """
                SELECT count(*) FROM ledger.hold_end e JOIN ledger.hold h ON h.id = e.hold_id WHERE e.minor > h.minor""");
        laws.put("a settlement is an entry of its amount", """
                SELECT count(*) FROM ledger.hold_end e WHERE e.how = 'SETTLED' AND NOT EXISTS
                    (SELECT FROM ledger.posting p WHERE p.entry_id = e.id AND p.minor = e.minor)""");
        laws.put("a hold is either open or ended", """
                SELECT count(*) FROM ledger.hold h WHERE EXISTS (SELECT FROM ledger.hold_end e WHERE e.hold_id = h.id)
                    = EXISTS (SELECT FROM ledger.hold_open o WHERE o.hold_id = h.id)""");
        laws.put("an exchange has both its sides", """
                SELECT count(*) FROM ledger.entry e WHERE e.kind = 'EXCHANGE'
                    AND (SELECT count(DISTINCT currency) FROM ledger.posting p WHERE p.entry_id = e.id) <> 2""");
        return laws;
    }

    private Set<String> ids() {
        return Stream.of("SELECT id FROM ledger.entry", "SELECT id FROM ledger.hold", "SELECT id FROM ledger.hold_end")
                .map(query -> jdbc.sql(query).query(String.class).list())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }
}
