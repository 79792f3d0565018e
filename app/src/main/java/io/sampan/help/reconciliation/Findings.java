package io.sampan.help.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one run found so far, and what it had no right to judge. */
final class Findings {
    /** Most discrepancies of one run; with more of them, something larger is wrong than any row can say. */
    static final int MOST = 20_000;

    private final Map<String, Finding> found = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final Set<String> looked = new HashSet<>();
    private final Instant now;
    private final Instant quietSince;
    private int calls;

    Findings(Instant now, Duration grace) {
        this.now = now;
        this.quietSince = now.minus(grace);
    }

    /** When the run began. */
    Instant now() {
        return now;
    }

    /** What moved after this may be under way: no discrepancy yet. */
    Instant quietSince() {
        return quietSince;
    }

    void add(Finding finding) {
        if (found.size() < MOST) {
            found.put(finding.key(), finding);
        }
    }

    /** Nothing can be said of this order now, neither that something differs nor that it no longer does. */
    void underWay(String order) {
        underWay.add(order);
    }

    /** This was asked at its marketplace. */
    void looked(String subject) {
        looked.add(subject);
        calls++;
    }

    boolean isUnderWay(String order) {
        return underWay.contains(order);
    }

    boolean wasLookedAt(String subject) {
        return looked.contains(subject);
    }

    boolean isFull() {
        return found.size() >= MOST;
    }

    int calls() {
        return calls;
    }

    Collection<Finding> all() {
        return found.values();
    }
}
