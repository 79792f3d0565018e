package io.sampan.browse.freshness;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.PriceDoubted;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps warm what people look at, and looks again at what a marketplace said has changed. */
@Component
class Warmth {
    /** A taken item that was not seen is tried again after this. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private static final Duration SPENDING_KEPT = Duration.ofDays(2);

    private final Catalog catalog;
    private final Attention attention;
    private final Checks checks;
    private final FreshnessTable table;
    private final Transactions transactions;
    private final Clock clock;
    private final FreshnessSettings settings;

    Warmth(
            Catalog catalog,
            Attention attention,
            Checks checks,
            FreshnessTable table,
            Transactions transactions,
            Clock clock,
            FreshnessSettings settings) {
        this.catalog = catalog;
        this.attention = attention;
        this.checks = checks;
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /** Only items that we know concern us, and only if nobody looked since; the same news again asks for nothing more. */
    @ApplicationModuleListener
    public void on(MarketplaceNews news) {
        if (news.subject() == MarketplaceNews.Subject.ITEM) {
            item(news)
                    .flatMap(catalog::find)
                    .filter(product -> product.checkedAt().isBefore(news.heardAt()))
                    .ifPresent(product -> table.want(product.item(), news.heardAt()));
        }
    }

    /** A price that is kept back until it is seen again is looked at again when it may be. */
    @ApplicationModuleListener
    public void on(PriceDoubted doubted) {
        table.want(doubted.item(), doubted.lookAgainAt());
    }

    @Scheduled(fixedDelayString = "${sampan.freshness.tend-every:2s}")
    public void tend() {
        var now = clock.instant();
        table.forgetSpendingBefore(now.minus(SPENDING_KEPT));
        recheck(now);
        var due = attention.due().stream().limit(settings.checksAtOnce()).toList();
        checks.run(due, this::remember);
    }

    private void recheck(Instant now) {
        var wanted = transactions.run(() -> table.claim(settings.checksAtOnce(), now, now.plus(CLAIM))).stream()
                .collect(Collectors.toMap(FreshnessTable.Recheck::item, Function.identity()));
        checks.run(wanted.keySet(), (item, looked) -> {
            remember(item, looked);
            Optional.ofNullable(wanted.get(item))
                    .filter(recheck -> settles(looked, recheck.heardAt()))
                    .ifPresent(table::done);
        });
    }

    private void remember(ItemRef item, Looked looked) {
        switch (looked) {
            case Looked.Fresh fresh -> attention.checked(item, fresh.product().checkedAt());
            case Looked.Gone gone -> attention.forget(item);
            case Looked.Stale stale -> {}
            case Looked.Unknown unknown -> {}
        }
    }

    /** A look that began before the news came may have shared its answer: it settles nothing. */
    private static boolean settles(Looked looked, Instant heardAt) {
        return switch (looked) {
            case Looked.Fresh fresh -> !fresh.product().checkedAt().isBefore(heardAt);
            case Looked.Gone gone -> true;
            case Looked.Stale stale -> false;
            case Looked.Unknown unknown -> false;
        };
    }

    /** A push may name anything; what cannot be an item's id is no item of ours. */
    private static Optional<ItemRef> item(MarketplaceNews news) {
        try {
            return Optional.of(new ItemRef(news.marketplace(), news.key()));
        } catch (IllegalArgumentException notAnItem) {
            return Optional.empty();
        }
    }
}
