package io.sampan.browse.search;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What somebody looks for. Whatever is asked, the values are brought within their bounds.
 *
 * @param words as typed, in any language and without any syntax; cut after {@value #MOST_CHARACTERS} characters; empty means anything
 * @param page from 1 to {@value #MOST_PAGES}
 * @param size cards of a page, 1 to {@value #MOST_CARDS}
 * @param locale of the shopper, for the marketplaces' translations
 * @param askMarketplaces whether their own searches are asked too; only done on the first page
 */
public record SearchRequest(
        String words, Filter filter, Sort sort, int page, int size, Locale locale, boolean askMarketplaces) {
    public static final int MOST_CHARACTERS = 200;
    public static final int MOST_PAGES = 40;
    public static final int MOST_CARDS = 24;

    public SearchRequest {
        words = words.replaceAll("\\p{Cntrl}", " ").strip();
        words = words.codePointCount(0, words.length()) <= MOST_CHARACTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MOST_CHARACTERS))
                        .strip();
        page = Math.clamp(page, 1, MOST_PAGES);
        size = Math.clamp(size, 1, MOST_CARDS);
    }

    public enum Sort {
        /** How well the words fit, times how much it sells. */
        RELEVANCE,
        PRICE_UP,
        PRICE_DOWN,
        NEWEST
    }

    /**
     * @param categoryId within the marketplace, which must then be given
     * @param least price of one piece in CNY
     * @param most price of one piece in CNY
     */
    public record Filter(
            Optional<MarketplaceId> marketplace,
            Optional<String> categoryId,
            Optional<Money> least,
            Optional<Money> most) {
        public static final Filter NONE =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** @throws IllegalArgumentException for a price that is not in CNY, or a category without its marketplace */
        public Filter {
            Predicate<Money> foreign = price -> !price.currency().equals(Money.CNY);
            if (least.filter(foreign).isPresent() || most.filter(foreign).isPresent()) {
                throw new IllegalArgumentException("Prices are compared in CNY");
            }
            if (categoryId.isPresent() && marketplace.isEmpty()) {
                throw new IllegalArgumentException("A category belongs to a marketplace");
            }
        }

        boolean admits(Card card) {
            return marketplace.map(card.item().marketplace()::equals).orElse(true)
                    && least.map(price -> card.priceFrom().compareTo(price) >= 0)
                            .orElse(true)
                    && most.map(price -> card.priceFrom().compareTo(price) <= 0).orElse(true);
        }
    }
}
