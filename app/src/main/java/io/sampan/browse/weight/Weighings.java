package io.sampan.browse.weight;

import io.sampan.ground.database.Transactions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps what is weighed, and teaches it to every node's {@link Weights}. */
@Component
public class Weighings {
    private static final int AT_ONCE = 1_000;

    private final WeighedTable table;
    private final Weights weights;
    private final WeightSettings settings;
    private final Transactions transactions;
    private long readTo = -1;

    Weighings(WeighedTable table, Weights weights, WeightSettings settings, Transactions transactions) {
        this.table = table;
        this.weights = weights;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Goods were weighed; every node learns from it with its next {@link #learn}. Told twice is told once. */
    public void keep(Weighed weighed) {
        transactions.run(() -> table.keep(weighed));
    }

    /** Learns what was weighed since the last time, at first the latest of all. */
    @Scheduled(fixedDelayString = "${sampan.weight.learn-every:30s}")
    public synchronized void learn() {
        if (readTo < 0) {
            readTo = Math.max(0, table.last() - settings.remembered());
        }
        for (var batch = table.after(readTo, AT_ONCE); !batch.isEmpty(); batch = table.after(readTo, AT_ONCE)) {
            batch.forEach(row -> weights.learn(row.weighed()));
            readTo = batch.getLast().place();
        }
    }
}
