package io.sampan.help.reconciliation;

import io.sampan.ground.database.TimeOrderedId;
import io.sampan.people.identity.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares all rooms with each other and with the marketplaces, each night and whenever somebody asks, and keeps what differs until it does no longer.
 * What is safe to repair is repaired, and everything that ran is remembered.
 */
@Component
@EnableConfigurationProperties(ReconciliationSettings.class)
public class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    /** Nodes' clocks differ, and each knows the night's hour: one run is enough for all. */
    private static final Duration ONE_NIGHT = Duration.ofHours(12);

    private final List<Check> checks;
    private final DiscrepancyTable table;
    private final RunTable runs;
    private final Repairs repairs;
    private final ReconciliationSettings settings;
    private final Clock clock;

    Reconciliation(
            List<Check> checks,
            DiscrepancyTable table,
            RunTable runs,
            Repairs repairs,
            ReconciliationSettings settings,
            Clock clock) {
        this.checks = List.copyOf(checks);
        this.table = table;
        this.runs = runs;
        this.repairs = repairs;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A repair that ran.
     *
     * @param key of its discrepancy
     * @param by who asked for it; null when it ran by itself
     * @param fault why it could not; empty when it could
     */
    public record Mended(
            String key, Repair repair, Instant at, @Nullable UUID by, String fault) {}

    /** What came of a wish about one discrepancy. */
    public enum Answer {
        DONE,
        /** It stands no longer, or nothing can be run for it. */
        NOTHING_TO_DO,
        /** The repair was tried and could not; the log says why. */
        FAILED
    }

    @Scheduled(cron = "${sampan.reconciliation.at:0 30 19 * * *}", zone = "UTC")
    void nightly() {
        if (!runs.ranSince(clock.instant().minus(ONE_NIGHT))) {
            run(false);
            runs.forget(clock.instant().minus(settings.keepRuns()));
        }
    }

    /** Has everything compared now, without waiting for it. */
    public void begin() {
        CompletableFuture.runAsync(this::run, Thread::startVirtualThread).exceptionally(broken -> {
            LOG.error("The reconciliation broke", broken);
            return null;
        });
    }

    /** Compares everything now, and waits for it. Empty when a run is under way already, here or on another node. */
    public Optional<Night> run() {
        return run(true);
    }

    private Optional<Night> run(boolean byPerson) {
        // As exact as the database keeps it: what was seen now is not older than now.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!runs.take(now, now.plus(settings.lease()))) {
            return Optional.empty();
        }
        var night = new Night(TimeOrderedId.next(clock), byPerson, now, null, 0, 0, 0, 0, 0, 0);
        runs.begin(night);
        var findings = new Findings(now, settings.grace());
        var whole = look(findings);
        int fresh = (int) findings.all().stream()
                .filter(finding -> table.see(finding, now))
                .count();
        int resolved = resolve(findings, whole, now);
        int repaired = repair(findings);
        int broken = (int) checks.stream()
                .filter(check -> !whole.containsAll(check.kinds()))
                .count();
        var ended = new Night(
                night.id(),
                byPerson,
                now,
                clock.instant(),
                findings.all().size(),
                fresh,
                resolved,
                repaired,
                broken,
                findings.calls());
        runs.end(ended);
        runs.release(clock.instant());
        LOG.info("Reconciliation: {}", ended);
        return Optional.of(ended);
    }

    /** Runs every comparison, of which one that breaks stops no other; answers with the kinds of those that came to their end. */
    private Set<Kind> look(Findings findings) {
        var whole = new HashSet<Kind>();
        for (var check : checks) {
            CompletableFuture.runAsync(() -> check.look(findings), Runnable::run)
                    .thenRun(() -> whole.addAll(check.kinds()))
                    .exceptionally(broken -> {
                        LOG.error("Comparing {} broke", check.name(), broken);
                        return null;
                    })
                    .join();
        }
        return whole;
    }

    /** What a whole comparison did not find again is no more; what was under way, or was not asked at its marketplace, stays as it was. */
    private int resolve(Findings findings, Set<Kind> whole, Instant now) {
        if (findings.isFull()) {
            return 0;
        }
        var asked = asked();
        int resolved = 0;
        for (var old : table.standing(Findings.MOST)) {
            boolean judged = whole.contains(old.kind())
                    && !findings.isUnderWay(old.order())
                    && (!asked.contains(old.kind()) || findings.wasLookedAt(old.subject()));
            if (judged && old.lastSeen().isBefore(now)) {
                table.resolve(old.key(), now);
                resolved++;
            }
        }
        return resolved;
    }

    /** Kinds of which only what was asked about is known. */
    private Set<Kind> asked() {
        return checks.stream()
                .filter(AtMarketplaces.class::isInstance)
                .findFirst()
                .map(Check::kinds)
                .orElse(Set.of());
    }

    private int repair(Findings findings) {
        int repaired = 0;
        for (var finding : findings.all()) {
            var repair = finding.kind().repair();
            var row = repair.byItself() ? table.find(finding.key()) : Optional.<DiscrepancyTable.Mendable>empty();
            if (row.filter(this::isDue).isPresent() && mend(finding.key(), repair, finding.target(), null)) {
                repaired++;
            }
        }
        return repaired;
    }

    private boolean isDue(DiscrepancyTable.Mendable row) {
        var last = row.repairedAt();
        boolean rested = last == null || last.plus(settings.repairPause()).isBefore(clock.instant());
        return rested
                && row.discrepancy().aside().isEmpty()
                && row.discrepancy().repairs() < settings.repairTries();
    }

    private boolean mend(String key, Repair repair, String target, @Nullable UUID by) {
        var fault = CompletableFuture.runAsync(() -> repairs.run(repair, target), Runnable::run)
                .thenApply(_ -> "")
                .exceptionally(broken -> {
                    LOG.error("{} of {} could not run", repair, key, broken);
                    return broken.getCause() == null
                            ? "broken"
                            : broken.getCause().getClass().getSimpleName();
                })
                .join();
        var now = clock.instant();
        table.repaired(key, now);
        runs.log(TimeOrderedId.next(clock), new Mended(key, repair, now, by, fault));
        return fault.isEmpty();
    }

    /** A person has the proposed repair run now. */
    public Answer repair(String key, AccountId by) {
        var row = table.find(key).filter(one -> one.discrepancy().resolvedAt() == null);
        if (row.isEmpty()
                || row.get().target().isEmpty()
                || !row.get().discrepancy().kind().repair().canBeAsked()) {
            return Answer.NOTHING_TO_DO;
        }
        var repair = row.get().discrepancy().kind().repair();
        return mend(key, repair, row.get().target(), by.value()) ? Answer.DONE : Answer.FAILED;
    }

    /**
     * A person knows of it and leaves it be, until its values change.
     *
     * @param why for colleagues, not empty
     */
    public Answer setAside(String key, String why) {
        if (why.isBlank() || table.find(key).isEmpty()) {
            return Answer.NOTHING_TO_DO;
        }
        table.setAside(key, why.strip());
        return Answer.DONE;
    }

    /** All that stands, what is worst first, at most so many. */
    public List<Discrepancy> standing(int limit) {
        return table.standing(Findings.MOST).stream()
                .sorted(Comparator.comparing((Discrepancy one) -> one.kind().severity())
                        .thenComparing(Discrepancy::firstSeen)
                        .thenComparing(Discrepancy::key))
                .limit(limit)
                .toList();
    }

    /** What stands and waits for a person, the longest known first: nobody set it aside, and it does not repair itself. */
    public List<Discrepancy> forPeople(int limit) {
        var ofPeople = Arrays.stream(Kind.values())
                .filter(kind -> !kind.repair().byItself())
                .collect(Collectors.toSet());
        return table.forPeople(ofPeople, settings.repairTries(), limit);
    }

    /** What was found once and is no more, the latest first. */
    public List<Discrepancy> resolved(int limit) {
        return table.resolved(limit);
    }

    /** The latest runs, the newest first. */
    public List<Night> nights(int limit) {
        return runs.newest(limit);
    }

    /** The latest repairs, the newest first. */
    public List<Mended> mended(int limit) {
        return runs.mended(limit);
    }

    /** Whether a run is under way, here or on another node. */
    public boolean isRunning() {
        return runs.isTaken(clock.instant());
    }
}
