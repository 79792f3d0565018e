package io.sampan.bench.ledger;

import io.sampan.ground.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Lets a process tell the ledger its deeds, kills it again and again, and reads the book when all is told. */
public final class KilledLedger {
    private static final int THREADS = 8;
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(3);
    private static final int MORE_MILLIS = 6_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final TestDatabase database;
    private final Path folder;
    private final long seed;
    private final Instant begin = Instant.now();

    public KilledLedger(TestDatabase database, Path folder, long seed) {
        this.database = database;
        this.folder = folder;
        this.seed = seed;
    }

    /**
     * @param operations that were told, some of them more than once
     * @param violations of the ledger's laws, and answers that contradicted others
     * @param kills of the process while it told them
     * @param standing movements in the book
     */
    public record Run(long operations, long violations, int kills, long standing) {}

    /** @throws IOException if the process cannot be started or does not end well */
    public Run run(long operations, int kills) throws IOException, InterruptedException {
        long each = operations / THREADS;
        var task = task(each);
        var random = new Random(seed);
        int killed = 0;
        while (killed < kills) {
            var process = started(task);
            long life = SHORTEST_LIFE.toMillis() + random.nextInt(MORE_MILLIS);
            if (process.waitFor(life, TimeUnit.MILLISECONDS)) {
                break;
            }
            process.destroyForcibly().waitFor();
            killed++;
            System.out.printf("  kill %2d after %.1f s, %,d told%n", killed, life / 1e3, told());
        }
        var last = started(task);
        if (!last.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || last.exitValue() != 0) {
            last.destroyForcibly();
            throw new IOException("The process that tells the ledger did not end well: " + folder.resolve("log"));
        }
        var done = done();
        var broken = new Invariants(database).broken(done);
        long violations = 0;
        for (int thread = 0; thread < THREADS; thread++) {
            violations += Progress.read(folder, thread).wrong();
        }
        broken.put("no answer contradicts another", violations);
        broken.forEach((law, times) -> System.out.printf("%-45s %s%n", law, times == 0 ? "holds" : "BROKEN " + times));
        long all = broken.values().stream().mapToLong(Long::longValue).sum();
        return new Run(each * THREADS, all, killed, done.size());
    }

    private Path task(long each) throws IOException {
        var task = new Properties();
        task.putAll(database.asSettings());
        task.putAll(Map.of(
                "seed", Long.toString(seed),
                "begin", begin.toString(),
                "threads", Integer.toString(THREADS),
                "each", Long.toString(each),
                "folder", folder.toString()));
        var file = folder.resolve("task.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            task.store(writer, null);
        }
        return file;
    }

    private Process started(Path task) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerWorker.class.getName(),
                        task.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private long told() throws IOException {
        long told = 0;
        for (int thread = 0; thread < THREADS; thread++) {
            told += Progress.read(folder, thread).next();
        }
        return told;
    }

    private Set<String> done() throws IOException {
        var done = new HashSet<String>();
        for (int thread = 0; thread < THREADS; thread++) {
            var file = folder.resolve("done-" + thread);
            if (Files.exists(file)) {
                done.addAll(Files.readAllLines(file));
            }
        }
        return done;
    }
}
