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

    /** The same for goods that look like a picture. Two people seldom ask by one picture, so no answer is remembered. */
    Supplier<List<Heard>> ask(PictureRequest request) {
        var language = request.locale().getLanguage();
        var asked = marketplaces.all().stream()
                .filter(marketplace -> marketplace.capabilities().contains(Capability.IMAGE_SEARCH))
                .map(marketplace -> ask(
                        marketplace.id(),
                        () -> heard(
                                marketplace.id(),
                                marketplace.asking(freshness::mayAsk).searchByImage(request.picture(), language))))
                .toList();
        return () -> asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Heard> ask(Marketplace marketplace, Searched.Query query) {
        var known = remembered.getIfPresent(new Asked(marketplace.id(), query));
        return known != null
                ? CompletableFuture.completedFuture(new Heard(marketplace.id(), Results.Answered.YES, known))
                : ask(marketplace.id(), () -> heard(marketplace, query));
    }

    private CompletableFuture<Heard> ask(MarketplaceId marketplace, Supplier<Heard> question) {
        var silent = new Heard(marketplace, Results.Answered.SILENT, List.of());
        if (!questions.tryAcquire()) {
            return CompletableFuture.completedFuture(silent);
        }
        var answer = CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
        return answer.whenComplete((heard, bug) -> questions.release())
                .completeOnTimeout(silent, settings.marketplaceLimit().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(bug -> {
                    LOG.error("Searching {} broke", marketplace, bug);
                    return silent;
                });
    }

    private Heard heard(Marketplace marketplace, Searched.Query query) {
        var heard =
                heard(marketplace.id(), marketplace.asking(freshness::mayAsk).search(query));
        if (heard.answered() == Results.Answered.YES) {
            remembered.put(new Asked(marketplace.id(), query), heard.lines());
        }
        return heard;
    }

    private Heard heard(MarketplaceId marketplace, Searched searched) {
        return switch (searched) {
            case Searched.Page page -> new Heard(marketplace, Results.Answered.YES, lines(page.listings()));
            case Searched.Later _, Searched.Unsupported _ -> new Heard(marketplace, Results.Answered.SILENT, List.of());
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
