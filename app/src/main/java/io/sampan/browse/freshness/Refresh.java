package io.sampan.browse.freshness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.browse.catalog.Recorded;
import io.sampan.browse.freshness.TidingsTable.Saw;
import io.sampan.browse.freshness.TidingsTable.Sight;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Marketplace.Sighted;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.Offer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a marketplace for an item and tells the catalogue. Who asks for an item that is being asked for waits for the same answer. */
@Component
class Refresh {
    /** Stands for all sources of a marketplace together. */
    private static final String ANY = "";

    private static final int RESTING = 10_000;
    private static final int GONE = 10_000;

    private final Catalog catalog;
    private final Marketplaces marketplaces;
    private final Quotas quotas;
    private final TidingsTable tidings;
    private final Clock clock;
    private final FreshnessSettings settings;
    private final Map<Shared, CompletableFuture<Looked>> underWay = new ConcurrentHashMap<>();
    private final Map<MarketplaceId, Semaphore> room = new ConcurrentHashMap<>();
    private final Cache<Question, Instant> restingUntil;
    private final Cache<ItemRef, Instant> goneUntil;

    /** @param source the connector to look through, or {@link #ANY} */
    record Question(ItemRef item, String source) {
        static Question joined(ItemRef item) {
            return new Question(item, ANY);
        }

        boolean isJoined() {
            return source.equals(ANY);
        }

        /** What of the product answers it: the source's own sighting, or the one that is shown. */
        Optional<Product.Sighting> sighting(Product product) {
            return isJoined() ? Optional.of(product.sightings().getFirst()) : product.from(source);
        }
    }

    /** @param purpose whose askers share the question; null for all */
    private record Shared(Question question, @Nullable Purpose purpose) {}

    Refresh(
            Catalog catalog,
            Marketplaces marketplaces,
            Quotas quotas,
            TidingsTable tidings,
            Clock clock,
            FreshnessSettings settings) {
        this.catalog = catalog;
        this.marketplaces = marketplaces;
        this.quotas = quotas;
        this.tidings = tidings;
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

    /** What the catalogue says of it, as an answer: what this source, or the one that is shown, no longer has is gone. */
    static Looked settled(Product product, Question question) {
        boolean gone = question.sighting(product)
                .filter(seen -> seen.offer().availability() != Offer.Availability.GONE)
                .isEmpty();
        return gone ? new Looked.Gone(product.item()) : new Looked.Fresh(product);
    }

    /** Whether the source is set up. */
    boolean canAsk(ItemRef item, String source) {
        return marketplaces.at(item.marketplace()).sources().contains(source);
    }

    /**
     * Waits for the marketplace as long as the settings let a page wait; the answer is recorded even when it comes later. Each source is asked only when
     * its hour has something left for this purpose.
     */
    Looked look(Question question, Purpose purpose) {
        if (isResting(question)) {
            return unseen(question, Looked.Why.BUSY);
        }
        var shared = new Shared(question, null);
        boolean crowded = underWay.size() >= settings.mostLooks() && !underWay.containsKey(shared);
        if (crowded && purpose != Purpose.PAY) {
            return unseen(question, Looked.Why.CROWDED);
        }
        try {
            var looked = answer(shared, purpose).get(settings.lookLimit().toMillis(), TimeUnit.MILLISECONDS);
            // It may have been put for somebody else, for whose purpose nothing was left.
            return isSpent(looked)
                    ? answer(new Shared(question, purpose), purpose)
                            .get(settings.lookLimit().toMillis(), TimeUnit.MILLISECONDS)
                    : looked;
        } catch (TimeoutException slow) {
            return unseen(question, Looked.Why.SLOW);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return unseen(question, Looked.Why.SLOW);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("Looking at " + question + " broke", broken.getCause());
        }
    }

    private static boolean isSpent(Looked looked) {
        return switch (looked) {
            case Looked.Stale stale -> stale.why() == Looked.Why.SPENT;
            case Looked.Unknown unknown -> unknown.why() == Looked.Why.SPENT;
            case Looked.Fresh _, Looked.Gone _ -> false;
        };
    }

    /** Whether it could not be seen a short while ago. */
    boolean isResting(Question question) {
        var until = restingUntil.getIfPresent(question);
        return until != null && clock.instant().isBefore(until);
    }

    /** Whether its marketplace said a short while ago that it has no such item. */
    boolean isKnownToBeGone(ItemRef item) {
        var until = goneUntil.getIfPresent(item);
        return until != null && clock.instant().isBefore(until);
    }

    private CompletableFuture<Looked> answer(Shared shared, Purpose purpose) {
        var mine = new CompletableFuture<Looked>();
        var running = underWay.putIfAbsent(shared, mine);
        if (running != null) {
            return running;
        }
        CompletableFuture.supplyAsync(() -> ask(shared.question(), purpose), Thread::startVirtualThread)
                .whenComplete((looked, broken) -> {
                    underWay.remove(shared, mine);
                    if (broken == null) {
                        mine.complete(looked);
                    } else {
                        mine.completeExceptionally(broken);
                    }
                });
        return mine;
    }

    private Looked ask(Question question, Purpose purpose) {
        var places = room.computeIfAbsent(question.item().marketplace(), id -> new Semaphore(settings.parallel()));
        try {
            if (!places.tryAcquire(settings.lookLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                return unseen(question, Looked.Why.CROWDED);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return unseen(question, Looked.Why.CROWDED);
        }
        try {
            var asked = new AtomicBoolean();
            var sighted = fetch(question, purpose, source -> {
                boolean allowed = quotas.spend(source, purpose);
                asked.compareAndSet(false, allowed);
                return allowed;
            });
            boolean spent = sighted.answer() instanceof Fetched.Later && !asked.get();
            // Nobody was asked, so there is nothing to leave alone: somebody who asks for another purpose may still
            // have some calls left.
            return spent ? unseen(question, Looked.Why.SPENT) : told(question, purpose, sighted);
        } finally {
            places.release();
        }
    }

    /** Nobody waits for a look ahead, so it is made again later rather than through a source that knows less or cannot sell. */
    private Sighted fetch(Question question, Purpose purpose, Predicate<String> mayAsk) {
        var item = question.item();
        if (question.isJoined()) {
            var all = marketplaces.at(item.marketplace()).asking(mayAsk);
            return (purpose == Purpose.AHEAD ? all.patient() : all).fetch(item.itemId(), settings.language());
        }
        var connector = marketplaces.at(item.marketplace(), question.source());
        var fetched = mayAsk.test(connector.source())
                ? connector.fetch(item.itemId(), settings.language())
                : new Fetched.Later(Duration.ZERO, "");
        return new Sighted(fetched, fetched instanceof Fetched.Gone ? List.of(connector.source()) : List.of());
    }

    private Looked told(Question question, Purpose purpose, Sighted sighted) {
        return switch (sighted.answer()) {
            case Fetched.Found found -> found(question, purpose, found.offer(), sighted.goneAt());
            case Fetched.Gone _ -> {
                var known = gone(question.item(), sighted.goneAt());
                if (known.filter(Product::isGone).isPresent()) {
                    tidings.add(new Sight(question.item(), Saw.GONE, purpose, clock.instant()));
                }
                if (question.isJoined()) {
                    goneUntil.put(question.item(), clock.instant().plus(settings.rememberGone()));
                }
                yield new Looked.Gone(question.item());
            }
            case Fetched.Later later -> {
                gone(question.item(), sighted.goneAt());
                rest(question, later.after());
                yield unseen(question, Looked.Why.BUSY);
            }
            case Fetched.Unsupported _ -> {
                rest(question, settings.restAfterFailure());
                yield unseen(question, Looked.Why.BUSY);
            }
        };
    }

    private Optional<Product> gone(ItemRef item, List<String> sources) {
        return sources.stream()
                .flatMap(source -> catalog.gone(item, source).stream())
                .reduce((before, after) -> after);
    }

    private Looked found(Question question, Purpose purpose, Offer offer, List<String> goneAt) {
        if (!offer.item().equals(question.item())) {
            rest(question, settings.restAfterFailure());
            return unseen(question, Looked.Why.ODD);
        }
        restingUntil.invalidate(question);
        var recorded = catalog.record(offer);
        learn(recorded, offer, purpose);
        var product = gone(question.item(), goneAt).orElse(recorded.product());
        if (question.isJoined() && !product.offer().source().equals(offer.source())) {
            // What is shown comes from a source that did not answer: it is no fresher than it was.
            rest(question, settings.restAfterFailure());
            return new Looked.Stale(product, Looked.Why.BUSY);
        }
        return settled(product, question);
    }

    /** The planner learns only from looks at what is shown. */
    private void learn(Recorded recorded, Offer offer, Purpose purpose) {
        var product = recorded.product();
        if (product.offer().source().equals(offer.source())) {
            var saw = switch (recorded) {
                case Recorded.Changed _ -> Optional.of(Saw.CHANGED);
                case Recorded.First _, Recorded.Unchanged _ -> Optional.of(Saw.THE_SAME);
                case Recorded.Older _ -> Optional.<Saw>empty();
            };
            saw.ifPresent(one -> tidings.add(new Sight(product.item(), one, purpose, product.checkedAt())));
        }
    }

    private void rest(Question question, Duration wanted) {
        var rest = wanted.compareTo(settings.restAfterFailure()) < 0 ? wanted : settings.restAfterFailure();
        restingUntil.put(question, clock.instant().plus(rest));
    }

    /** What is known is better than nothing, as long as it says how old it is. */
    private Looked unseen(Question question, Looked.Why why) {
        var item = question.item();
        return catalog.find(item)
                .filter(known -> question.sighting(known).isPresent())
                .<Looked>map(known ->
                        settled(known, question) instanceof Looked.Gone gone ? gone : new Looked.Stale(known, why))
                .orElse(new Looked.Unknown(item, why));
    }
}
