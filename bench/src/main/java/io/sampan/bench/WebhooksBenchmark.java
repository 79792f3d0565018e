package io.sampan.bench;

import io.sampan.bench.webhooks.WebhookRun;
import io.sampan.ground.database.TestDatabase;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The payment room with the real connectors and hooks of all gateways, whose webhooks come shuffled, twice, late or never, with forged ones among
 * them: whether every payment ends as its gateway's own books say, and stands in the ledger once.
 */
final class WebhooksBenchmark implements Benchmark {
    private static final int EVENTS = 10_000;
    private static final int SEED = 20_261_127;

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public String purpose() {
        return "webhooks of all gateways, shuffled, doubled, delayed, lost and forged   [webhooks] [seed]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        int events = Figures.number(arguments, 0, EVENTS);
        int seed = Figures.number(arguments, 1, SEED);
        var database = TestDatabase.fresh();
        long begin = System.nanoTime();
        try (var run = new WebhookRun(database, new Random(seed))) {
            var outcome = run.run(events);
            var figures = new LinkedHashMap<String, Object>();
            figures.put("events", outcome.events());
            figures.put("wrongStates", outcome.wrongStates());
            figures.put("forgedAccepted", outcome.forgedAccepted());
            figures.put("wrongPostings", outcome.wrongPostings());
            figures.put("payments", outcome.payments());
            figures.put("forged", outcome.forged());
            figures.put("tooLate", outcome.tooLate());
            figures.put("lost", outcome.lost());
            figures.put("seconds", (System.nanoTime() - begin) / 1_000_000_000);
            figures.put("seed", seed);
            return figures;
        } catch (IOException e) {
            throw new CouldNotMeasure("no connection within this machine", e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CouldNotMeasure("it was broken off", stopped);
        } finally {
            database.drop();
        }
    }
}
