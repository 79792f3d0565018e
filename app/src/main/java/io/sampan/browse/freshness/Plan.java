package io.sampan.browse.freshness;

import io.sampan.browse.catalog.Product;
import io.sampan.browse.freshness.TidingsTable.Saw;
import io.sampan.browse.freshness.TidingsTable.Sight;
import io.sampan.browse.freshness.TidingsTable.Told;
import io.sampan.browse.freshness.TidingsTable.Views;
import io.sampan.browse.freshness.WatchTable.Published;
import io.sampan.browse.freshness.WatchTable.Row;
import io.sampan.outside.marketplace.ItemRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which items of one marketplace are looked at next, and what is learnt of them. Not safe for many threads. */
final class Plan {
    private final Watchlist watchlist;
    private final LookPrice price;
    private final Set<ItemRef> touched = new HashSet<>();
    private final Set<ItemRef> left = new HashSet<>();

    Plan(Watchlist watchlist, LookPrice price) {
        this.watchlist = watchlist;
        this.price = price;
    }

    boolean watches(ItemRef item) {
        return watchlist.find(item).isPresent();
    }

    void viewed(Product product, Views views) {
        enter(product, views.views(), views.at());
    }

    /** @param product as it is known now, on sale or not */
    void seen(Product product, Sight sight) {
        if (sight.purpose() == Purpose.SHOWN) {
            price.paid(sight.at());
        }
        if (sight.saw() == Saw.GONE) {
            watchlist.forget(sight.item());
            left.add(sight.item());
            return;
        }
        if (!watches(sight.item())) {
            enter(product, 0, sight.at());
        }
        watchlist.checked(sight.item(), sight.at(), sight.saw() == Saw.CHANGED);
        touched.add(sight.item());
    }

    /** Only what nobody looked at since is not known yet. */
    void told(Product product, Told told) {
        if (!watches(told.item())) {
            enter(product, 0, told.heardAt());
        }
        watchlist
                .find(told.item())
                .filter(known -> known.checkedAt().isBefore(told.heardAt()))
                .ifPresent(known -> watchlist.toldOfChange(told.item()));
        touched.add(told.item());
    }

    private void enter(Product product, double views, Instant at) {
        var category = product.offer().category().id();
        left.addAll(watchlist.viewed(product.item(), category, views, at, product.checkedAt()));
        touched.add(product.item());
    }

    /** What is worth a look now that nobody asks for; each is paid for. */
    List<ItemRef> choose(int most, Instant now, Predicate<Watchlist.Watched> wanted) {
        return watchlist.next(most, now, wanted).stream()
                .filter(item -> price.takesAhead(watchlist.urgency(item, now), now))
                .toList();
    }

    /** What is to be written: the items of which something was learnt since the last time. */
    List<Row> news() {
        var rows = touched.stream()
                .flatMap(item -> watchlist.find(item).stream())
                .map(known -> new Row(known, watchlist.changesPerDay(known.item())))
                .toList();
        touched.clear();
        return rows;
    }

    /** The items that left the list since the last time, and did not come back. */
    List<ItemRef> leavers() {
        var gone = left.stream().filter(item -> !watches(item)).toList();
        left.clear();
        return gone;
    }

    Published published(Instant now) {
        return new Published(price.now(now), watchlist.changesPerDay(), watchlist.size(), watchlist.staleShare(now));
    }
}
