package io.sampan.simulators.jdvop;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Listing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tells of changes to the goods that were read lately: the last so many, looked at every hour and when the world acts. */
final class Watch {
    private static final int MOST = 2_000;

    private record Seen(Listing listing, boolean listed, Map<Long, Long> fen) {
        static Seen of(List<Pool.Article> articles) {
            return new Seen(
                    articles.getFirst().listing(),
                    articles.getFirst().listed(),
                    articles.stream().collect(Collectors.toMap(one -> one.sku().id(), Pool.Article::fen)));
        }
    }

    private final Pool pool;
    private final Messages messages;
    private final Map<Long, Seen> seen = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Seen> eldest) {
            return size() > MOST;
        }
    };

    Watch(Pool pool, Messages messages) {
        this.pool = pool;
        this.messages = messages;
    }

    synchronized void seen(Pool.Article article) {
        seen.put(article.listing().id(), Seen.of(pool.articles(article.offer())));
    }

    synchronized void lookAtAll() {
        List.copyOf(seen.values()).forEach(one -> look(one.listing()));
    }

    /** Looks at goods again, if they were read lately, and tells what has changed since. */
    synchronized void look(Listing listing) {
        Seen before = pool.holds(listing) ? seen.get(listing.id()) : null;
        if (before == null) {
            return;
        }
        Seen now = Seen.of(pool.articles(listing));
        seen.put(listing.id(), now);
        now.fen().keySet().stream().sorted().forEach(sku -> {
            if (before.listed() != now.listed()) {
                messages.put(Messages.Kind.LISTING, Fields.of("skuId", sku, "state", now.listed() ? 1 : 0));
            }
            if (!Objects.equals(now.fen().get(sku), before.fen().get(sku))) {
                messages.put(Messages.Kind.PRICE, Fields.of("skuId", sku));
            }
        });
    }
}
