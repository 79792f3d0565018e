package io.sampan.browse.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.freshness.Freshness;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Marketplace;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Searched.Listing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The marketplaces' own searches, asked all at once and waited for only so long. An answer that comes too late serves the next who asks. */
@Component
class Elsewhere {
    private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);
    private static final int LISTINGS = 20;
    private static final int REMEMBERED = 500;

    private final Catalog catalog;
    private final Marketplaces marketplaces;
    private final Freshness freshness;
    private final SearchSettings settings;
    private final Semaphore questions;
    private final Cache<Asked, List<Line>> remembered;

    private record Asked(MarketplaceId marketplace, Searched.Query query) {}

    /** @param card what the marketplace itself says of it; empty where its price is not believed */
    record Line(ItemRef item, Optional<Card> card) {}

    /** @param lines in the marketplace's own order */
    record Heard(MarketplaceId marketplace, Results.Answered answered, List<Line> lines) {}

    Elsewhere(Catalog catalog, Marketplaces marketplaces, Freshness freshness, SearchSettings settings) {
        this.catalog = catalog;
        this.marketplaces = marketplaces;
        this.freshness = freshness;
        this.settings = settings;
        this.questions = new Semaphore(settings.marketplaceQuestions());
        this.remembered = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(settings.rememberAnswersFor())
                .build();
    }

    /** Starts asking; call what is returned to wait for the answers, for as long as is left of the limit. */
    Supplier<List<Heard>> ask(SearchRequest request) {
        var query =
                new Searched.Query(request.words(), request.locale().getLanguage(), 1, LISTINGS, order(request.sort()));
        var wanted = request.filter().marketplace();
        var asked = marketplaces.all().stream()
                .filter(marketplace -> marketplace.capabilities().contains(Capability.SEARCH))
                .filter(marketplace -> wanted.isEmpty() || wanted.get() == marketplace.id())
                .map(marketplace -> ask(marketplace, query))
                .toList();
        return () -> asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Heard> ask(Marketplace marketplace, Searched.Query query) {
        var silent = new Heard(marketplace.id(), Results.Answered.SILENT, List.of());
        var known = remembered.getIfPresent(new Asked(marketplace.id(), query));
        if (known != null) {
            return CompletableFuture.completedFuture(new Heard(marketplace.id(), Results.Answered.YES, known));
        }
        if (!questions.tryAcquire()) {
            return CompletableFuture.completedFuture(silent);
        }
        var answer = CompletableFuture.supplyAsync(() -> heard(marketplace, query), Thread::startVirtualThread);
        return answer.whenComplete((heard, bug) -> questions.release())
                .completeOnTimeout(silent, settings.marketplaceLimit().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(bug -> {
                    LOG.error("Searching {} broke", marketplace.id(), bug);
                    return silent;
                });
    }

    private Heard heard(Marketplace marketplace, Searched.Query query) {
        return switch (marketplace.asking(freshness::mayAsk).search(query)) {
            case Searched.Page page -> {
                var lines = lines(page.listings());
                remembered.put(new Asked(marketplace.id(), query), lines);
                yield new Heard(marketplace.id(), Results.Answered.YES, lines);
            }
            case Searched.Later later -> new Heard(marketplace.id(), Results.Answered.SILENT, List.of());
            case Searched.Unsupported none -> new Heard(marketplace.id(), Results.Answered.SILENT, List.of());
        };
    }

    private List<Line> lines(List<Listing> listings) {
        var believed = Set.copyOf(catalog.believed(listings));
        return listings.stream()
                .map(listing -> new Line(
                        listing.item(),
                        Optional.of(listing).filter(believed::contains).map(Card::of)))
                .toList();
    }

    private static Searched.Order order(SearchRequest.Sort sort) {
        return switch (sort) {
            case RELEVANCE, NEWEST -> Searched.Order.RELEVANCE;
            case PRICE_UP -> Searched.Order.PRICE_UP;
            case PRICE_DOWN -> Searched.Order.PRICE_DOWN;
        };
    }
}
