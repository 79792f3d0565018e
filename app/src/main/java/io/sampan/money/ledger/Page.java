package io.sampan.money.ledger;

import io.sampan.money.ledger.Posted.HoldEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be written into the book at one time. */
record Page(List<Entry> entries, List<Hold> holds, List<End> ends) {
    /** How a hold ends, and by which movement. */
    record End(String hold, String id, HoldEnd how, long minor, Instant at) {}

    /** The accepted movements, with the entries that settlements make. */
    static Page of(Rules rules) {
        var page = new Page(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var movement : rules.accepted()) {
            switch (movement) {
                case Entry entry -> page.entries.add(entry);
                case Hold hold -> page.holds.add(hold);
                case Settlement settlement -> {
                    page.entries.add(rules.holdOf(settlement).settledBy(settlement));
                    page.ends.add(new End(
                            settlement.hold(),
                            settlement.id(),
                            HoldEnd.SETTLED,
                            settlement.amount().minor(),
                            settlement.at()));
                }
                case Release release ->
                    page.ends.add(new End(release.hold(), release.id(), HoldEnd.RELEASED, 0, release.at()));
            }
        }
        return page;
    }

    /** The ends of holds whose time is over. */
    static Page expiring(List<String> holds, Instant now) {
        return new Page(
                List.of(),
                List.of(),
                holds.stream()
                        .map(hold -> new End(hold, "expired:" + hold, HoldEnd.EXPIRED, 0, now))
                        .toList());
    }

    boolean isEmpty() {
        return entries.isEmpty() && holds.isEmpty() && ends.isEmpty();
    }

    /** As {@code ledger.write} reads it. */
    Map<String, Object> json() {
        var postings = new ArrayList<Map<String, Object>>();
        for (var entry : entries) {
            for (int line = 0; line < entry.postings().size(); line++) {
                postings.add(posting(entry.id(), line, entry.postings().get(line)));
            }
        }
        return Map.of(
                "entries", entries.stream().map(Page::row).toList(),
                "postings", postings,
                "holds", holds.stream().map(Page::row).toList(),
                "ends", ends.stream().map(Page::row).toList());
    }

    private static Map<String, Object> row(Entry entry) {
        return Map.of(
                "id", entry.id(),
                "kind", entry.kind().name(),
                "subject", entry.subject(),
                "at", entry.at().toString());
    }

    private static Map<String, Object> posting(String entry, int line, Posting posting) {
        return Map.of(
                "entry", entry,
                "line", line,
                "kind", posting.account().kind().name(),
                "subject", posting.account().subject(),
                "minor", posting.amount().minor(),
                "currency", posting.amount().currency().getCurrencyCode());
    }

    private static Map<String, Object> row(Hold hold) {
        var row = new HashMap<String, Object>();
        row.put("id", hold.id());
        row.put("kind", hold.kind().name());
        row.put("subject", hold.subject());
        row.put("at", hold.at().toString());
        row.put("debit_kind", hold.debit().kind().name());
        row.put("debit_subject", hold.debit().subject());
        row.put("credit_kind", hold.credit().kind().name());
        row.put("credit_subject", hold.credit().subject());
        row.put("minor", hold.amount().minor());
        row.put("currency", hold.amount().currency().getCurrencyCode());
        row.put("until", hold.until().toString());
        return row;
    }

    private static Map<String, Object> row(End end) {
        return Map.of(
                "hold", end.hold(),
                "id", end.id(),
                "how", end.how().name(),
                "minor", end.minor(),
                "at", end.at().toString());
    }
}
