package io.sampan.simulators.kernel;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a simulated service is given to stand on. */
public record Kernel(Books books, WorldClock clock, Faults faults, Webhooks webhooks, Push push)
        implements AutoCloseable {

    /** Everything set up over a data folder, or in memory when there is none. */
    public static Kernel over(@Nullable Path data) {
        var books = new Books(data);
        var clock = new WorldClock(books);
        var faults = new Faults();
        var webhooks = new Webhooks(books);
        return new Kernel(books, clock, faults, webhooks, new Push(clock, faults, webhooks));
    }

    @Override
    public void close() {
        clock.close();
        push.close();
        books.close();
    }
}
