package io.sampan.browse.freshness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.Offer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Asks a marketplace for an item and tells the catalogue. Who asks for an item that is being asked for waits for the same answer. */
@Component
class Refresh {
    private static final int RESTING = 10_000;
    private static final int GONE = 10_000;

    private final Catalog catalog;
    private final Marketplaces marketplaces;
    private final Clock clock;
    private final FreshnessSettings settings;
    private final Map<ItemRef, CompletableFuture<Looked>> underWay = new ConcurrentHashMap<>();
    private final Map<MarketplaceId, Semaphore> room = new ConcurrentHashMap<>();
    private final Cache<ItemRef, Instant> restingUntil;
    private final Cache<ItemRef, Instant> goneUntil;

    Refresh(Catalog catalog, Marketplaces marketplaces, Clock clock, FreshnessSettings settings) {
        this.catalog = catalog;
        this.marketplaces = marketplaces;
        this.clock = clock;
        this.settings = settings;
        this.restingUntil = Caffeine.newBuilder()
                .maximumSize(RESTING)
                .expireAfterWrite(settings.restAfterFailure())
                .build();
        this.goneUntil = Caffeine.newBuilder()
                .maximumSize(GONE)
                .expireAfterWrite(settings.rememberGone())
                .build();
    }

    /** What the catalogue says of it, as an answer: an item that is known to be gone is gone. */
    static Looked settled(Product product) {
        return product.isGone() ? new Looked.Gone(product.item()) : new Looked.Fresh(product);
    }

    /** Waits for the marketplace as long as the settings let a page wait; the answer is recorded even when it comes later. */
    Looked look(ItemRef item) {
        return look(item, () -> true);
    }

    /** @param allowed asked once for each question to the marketplace, before it is put */
    Looked look(ItemRef item, BooleanSupplier allowed) {
        if (isResting(item)) {
            return unseen(item, Looked.Why.BUSY);
        }
        if (underWay.size() >= settings.mostLooks() && !underWay.containsKey(item)) {
            return unseen(item, Looked.Why.CROWDED);
        }
        try {
            return answer(item, allowed).get(settings.lookLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return unseen(item, Looked.Why.SLOW);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return unseen(item, Looked.Why.SLOW);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("Looking at " + item + " broke", broken.getCause());
        }
    }

    /** Whether it could not be seen a short while ago. */
    boolean isResting(ItemRef item) {
        var until = restingUntil.getIfPresent(item);
        return until != null && clock.instant().isBefore(until);
    }

    /** Whether its marketplace said a short while ago that it has no such item. */
    boolean isKnownToBeGone(ItemRef item) {
        var until = goneUntil.getIfPresent(item);
        return until != null && clock.instant().isBefore(until);
    }

    private CompletableFuture<Looked> answer(ItemRef item, BooleanSupplier allowed) {
        var mine = new CompletableFuture<Looked>();
        var running = underWay.putIfAbsent(item, mine);
        if (running != null) {
            return running;
        }
        CompletableFuture.supplyAsync(
                        () -> allowed.getAsBoolean() ? ask(item) : unseen(item, Looked.Why.BUSY),
                        Thread::startVirtualThread)
                .whenComplete((looked, broken) -> {
                    underWay.remove(item, mine);
                    if (broken == null) {
                        mine.complete(looked);
                    } else {
                        mine.completeExceptionally(broken);
                    }
                });
        return mine;
    }

    private Looked ask(ItemRef item) {
        var places = room.computeIfAbsent(item.marketplace(), id -> new Semaphore(settings.parallel()));
        try {
            if (!places.tryAcquire(settings.lookLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                return unseen(item, Looked.Why.CROWDED);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return unseen(item, Looked.Why.CROWDED);
        }
        try {
            return told(item, marketplaces.at(item.marketplace()).fetch(item.itemId(), settings.language()));
        } finally {
            places.release();
        }
    }

    private Looked told(ItemRef item, Fetched fetched) {
        return switch (fetched) {
            case Fetched.Found found -> found(item, found.offer());
            case Fetched.Gone gone -> {
                catalog.gone(item);
                goneUntil.put(item, clock.instant().plus(settings.rememberGone()));
                yield new Looked.Gone(item);
            }
            case Fetched.Later later -> {
                rest(item, later.after());
                yield unseen(item, Looked.Why.BUSY);
            }
        };
    }

    private Looked found(ItemRef item, Offer offer) {
        if (!offer.item().equals(item)) {
            rest(item, settings.restAfterFailure());
            return unseen(item, Looked.Why.ODD);
        }
        restingUntil.invalidate(item);
        return settled(catalog.record(offer).product());
    }

    private void rest(ItemRef item, Duration wanted) {
        var rest = wanted.compareTo(settings.restAfterFailure()) < 0 ? wanted : settings.restAfterFailure();
        restingUntil.put(item, clock.instant().plus(rest));
    }

    /** What is known is better than nothing, as long as it says how old it is. */
    private Looked unseen(ItemRef item, Looked.Why why) {
        return catalog.find(item)
                .<Looked>map(known -> known.isGone() ? new Looked.Gone(item) : new Looked.Stale(known, why))
                .orElse(new Looked.Unknown(item, why));
    }
}
