package io.sampan.bench.ledger;

import io.sampan.bench.ledger.Deeds.Deed;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.LedgerOfATest;
import io.sampan.money.ledger.Posted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The process that is killed: tells the ledger the deeds of its threads, and writes down beside it which were done, so that the ledger's memory can be
 * compared with that of its caller. It goes on from where the last one stopped.
 */
public final class LedgerWorker {
    private static final int BATCH = 250;

    private final Ledger ledger;
    private final Deeds deeds;
    private final Path folder;

    private LedgerWorker(Ledger ledger, Deeds deeds, Path folder) {
        this.ledger = ledger;
        this.deeds = deeds;
        this.folder = folder;
    }

    /** @param arguments a properties file with the database's settings, and {@code seed, begin, threads, each, folder} */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var task = new Properties();
        try (var file = Files.newBufferedReader(Path.of(arguments[0]))) {
            task.load(file);
        }
        var settings = new HashMap<String, String>();
        task.stringPropertyNames().forEach(name -> settings.put(name, task.getProperty(name)));
        var database = TestDatabase.elsewhere(settings);
        var deeds = new Deeds(Long.parseLong(settings.get("seed")), Instant.parse(settings.get("begin")));
        var worker =
                new LedgerWorker(LedgerOfATest.on(database, Clock.systemUTC()), deeds, Path.of(settings.get("folder")));
        worker.work(Integer.parseInt(settings.get("threads")), Long.parseLong(settings.get("each")));
    }

    private void work(int threads, long each) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var works = new ArrayList<Future<?>>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                works.add(pool.submit(() -> tell(number, each)));
            }
            for (var work : works) {
                work.get();
            }
        }
    }

    private Void tell(int thread, long each) throws IOException {
        var answers = new HashMap<Long, Posted>();
        for (long next = Progress.read(folder, thread).next(); next < each; next += BATCH) {
            var batch = new ArrayList<Deed>();
            for (long number = next; number < Math.min(each, next + BATCH); number++) {
                batch.add(deeds.deed(thread, number));
            }
            var posted = ledger.post(batch.stream().map(Deed::movement).toList());
            long wrong = judge(next, batch, posted, answers);
            note(thread, batch, posted);
            Progress.read(folder, thread).after(next + BATCH, wrong).write(folder, thread);
            long far = next - Deeds.REACH;
            answers.keySet().removeIf(number -> number < far);
        }
        return null;
    }

    /** How many answers contradict an answer that was given before. */
    private static long judge(long first, List<Deed> batch, List<Posted> posted, Map<Long, Posted> answers) {
        long wrong = 0;
        for (int i = 0; i < batch.size(); i++) {
            var deed = batch.get(i);
            var before = answers.get(deed.earlier());
            boolean stood = before != null && before.stands();
            wrong += switch (deed.meant()) {
                case REPEAT -> stood && !(posted.get(i) instanceof Posted.AlreadyPosted) ? 1 : 0;
                case CONTRADICT -> stood && !(posted.get(i) instanceof Posted.Conflicting) ? 1 : 0;
                case LOPSIDED -> posted.get(i).stands() ? 1 : 0;
                case ADD -> posted.get(i).stands() || posted.get(i) instanceof Posted.Conflicting ? 0 : 1;
                case SPEND, HOLD, SETTLE, RELEASE, EXCHANGE -> 0;
            };
            if (deed.earlier() == first + i) {
                answers.put(first + i, posted.get(i));
            }
        }
        return wrong;
    }

    private void note(int thread, List<Deed> batch, List<Posted> posted) throws IOException {
        var done = new ArrayList<String>();
        for (int i = 0; i < batch.size(); i++) {
            if (posted.get(i) instanceof Posted.Done) {
                done.add(batch.get(i).movement().id());
            }
        }
        Files.write(folder.resolve("done-" + thread), done, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
