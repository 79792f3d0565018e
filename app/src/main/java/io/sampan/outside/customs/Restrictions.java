package io.sampan.outside.customs;

import io.sampan.ground.rulebook.Rule;
import io.sampan.ground.rulebook.Rulebook;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What countries do not take by parcel. */
final class Restrictions {
    private static final String EVERYWHERE = "*";

    private final Rulebook book;
    private final Map<String, Set<Hazard>> goods;

    Restrictions(Rulebook book) {
        this.book = book;
        // A malformed row stops the start, not the first shopper who meets it.
        this.goods = book.all().stream()
                .collect(Collectors.toUnmodifiableMap(rule -> rule.version().id(), Restrictions::goods));
    }

    /** @param territory that the country belongs to, or an empty text */
    Set<Hazard> of(String country, String territory, Instant at) {
        var refused = EnumSet.noneOf(Hazard.class);
        for (var rule : book.at(at)) {
            var where = rule.words("where");
            if (where.contains(EVERYWHERE) || where.contains(country) || where.contains(territory)) {
                refused.addAll(goods.getOrDefault(rule.version().id(), Set.of()));
            }
        }
        return refused;
    }

    private static Set<Hazard> goods(Rule rule) {
        return rule.words("goods").stream().map(Hazard::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
