package io.sampan.browse.search;

import io.sampan.browse.catalog.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the catalogue's changes into the index, from the very first at start. Reading the list of changes each second serves any number of
 * nodes alike, so no event between rooms is stored for it; a change that is read again is written again and is the same.
 */
@Component
class Following {
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
            try {
                for (var change : changes) {
                    index.put(change.product());
                    cursor = change.cursor();
                }
                if (!changes.isEmpty()) {
                    index.refresh();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The index in memory cannot be written", e);
            }
            if (changes.size() < AT_ONCE) {
                return;
            }
        }
    }
}
