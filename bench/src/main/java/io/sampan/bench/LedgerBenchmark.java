package io.sampan.bench;

import io.sampan.bench.ledger.KilledLedger;
import io.sampan.bench.ledger.LedgerSpeed;
import io.sampan.bench.ledger.LedgerSpends;
import io.sampan.ground.database.TestDatabase;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * The real ledger on the embedded PostgreSQL, which writes every transaction to its disk: how fast it is, whether many who spend the same money at the
 * same time spend it once, and whether its laws hold after a million movements from eight threads of a process that was killed while it told them.
 */
final class LedgerBenchmark implements Benchmark {
    private static final long OPERATIONS = 1_000_000;
    private static final int KILLS = 10;
    private static final long SEED = 20_261_127;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String purpose() {
        return "movements a second, spends of the same money, a million movements with kill -9   [operations] [kills] [seed]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        long operations = number(arguments, 0, OPERATIONS);
        int kills = (int) number(arguments, 1, KILLS);
        long seed = number(arguments, 2, SEED);
        var folder = PageBenchmark.freshFolder("ledger");
        var database = TestDatabase.fresh();
        try {
            var figures = new LinkedHashMap<String, Object>();
            var speed = LedgerSpeed.measure(database);
            long spentWrongly = LedgerSpends.wrong(database);
            var killed = new KilledLedger(database, folder, seed);
            long begin = System.nanoTime();
            var run = killed.run(operations, kills);
            figures.put("operations", run.operations());
            figures.put("violations", run.violations() + spentWrongly);
            figures.put("transfersPerSecond", speed.transfersPerSecond());
            figures.put("singlePostingMillis", speed.singleMillis());
            figures.put("operationsPerSecond", Math.round(run.operations() * 1e9 / (System.nanoTime() - begin)));
            figures.put("spentWrongly", spentWrongly);
            figures.put("kills", run.kills());
            figures.put("entries", run.standing());
            figures.put("seed", seed);
            FileSystemUtils.deleteRecursively(folder);
            return figures;
        } catch (IOException e) {
            throw new CouldNotMeasure("no folder or process to work with", e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CouldNotMeasure("it was broken off", stopped);
        } finally {
            database.drop();
        }
    }

    private static long number(List<String> arguments, int at, long usual) throws CouldNotMeasure {
        if (arguments.size() <= at) {
            return usual;
        }
        if (!arguments.get(at).matches("\\d{1,9}")) {
            throw new CouldNotMeasure(arguments.get(at) + " is no number");
        }
        return Long.parseLong(arguments.get(at));
    }
}
