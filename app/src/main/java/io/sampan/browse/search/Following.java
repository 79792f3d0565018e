package io.sampan.browse.search;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the catalogue's changes into the index, from the very first at start. Reading the list of changes each second serves any number of
 * nodes alike, so no event between rooms is stored for it; a change that is read again is written again and is the same.
 */
@Component
class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final int AT_ONCE = 200;

    /** Most batches of one run; the next run goes on. */
    private static final int BATCHES = 500;

    private final Catalog catalog;
    private final ProductIndex index;
    private long cursor;

    Following(Catalog catalog, ProductIndex index) {
        this.catalog = catalog;
        this.index = index;
    }

    @Scheduled(fixedDelayString = "${sampan.search.tend-every:1s}")
    public synchronized void tend() {
        for (int batch = 0; batch < BATCHES; batch++) {
            var changes = catalog.changesAfter(cursor, AT_ONCE);
            for (var change : changes) {
                put(change.product());
                cursor = change.cursor();
            }
            if (!changes.isEmpty()) {
                refresh();
            }
            if (changes.size() < AT_ONCE) {
                return;
            }
        }
    }

    /** A product that cannot be indexed is left out and holds nobody up; only an index that is broken as a whole does. */
    private void put(Product product) {
        var put = new FutureTask<@Nullable Void>(() -> {
            index.put(product);
            return null;
        });
        put.run();
        try {
            put.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException || failed.getCause() instanceof AlreadyClosedException) {
                throw new IllegalStateException("The index in memory cannot be written", failed.getCause());
            }
            LOG.error("{} cannot be indexed", product.item(), failed.getCause());
        }
    }

    private void refresh() {
        try {
            index.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException("The index in memory cannot be written", e);
        }
    }
}
