package io.sampan.browse.search;

import io.sampan.outside.marketplace.MarketplaceId;
import java.util.List;

/**
 * What was found.
 *
 * @param cards of the catalogue, one page
 * @param elsewhere what the marketplaces' own searches found beside these cards, whether the catalogue knows it or not; at most 24, first page only
 * @param total how many the catalogue has
 * @param page from 1
 * @param pages how many can be turned, at least 1
 * @param loosened whether no product fitted all words, so that these fit only some
 * @param sources which marketplaces were asked and what came of it
 */
public record Results(
        List<Card> cards,
        List<Card> elsewhere,
        long total,
        int page,
        int pages,
        boolean loosened,
        List<Source> sources) {
    public Results {
        cards = List.copyOf(cards);
        elsewhere = List.copyOf(elsewhere);
        sources = List.copyOf(sources);
    }

    public enum Answered {
        YES,
        /** Not in time, busy, or it has limited us. */
        SILENT
    }

    public record Source(MarketplaceId marketplace, Answered answered) {}
}
