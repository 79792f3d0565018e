package io.sampan.browse.search;

import java.util.Locale;

/** The question that most tests ask. */
public final class SearchOfATest {
    private SearchOfATest() {}

    /** The first page of what fits these words best, the marketplaces asked. */
    public static SearchRequest first(String words, Locale locale) {
        return new SearchRequest(
                words,
                SearchRequest.Filter.NONE,
                SearchRequest.Sort.RELEVANCE,
                1,
                SearchRequest.MOST_CARDS,
                locale,
                true);
    }
}
