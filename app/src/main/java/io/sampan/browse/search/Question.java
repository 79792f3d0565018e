package io.sampan.browse.search;

import static io.sampan.browse.search.ProductIndex.CATEGORY;
import static io.sampan.browse.search.ProductIndex.ITEM;
import static io.sampan.browse.search.ProductIndex.MARKETPLACE;
import static io.sampan.browse.search.ProductIndex.PRICE;

import io.sampan.browse.catalog.Product;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Questions for the index. They are built term by term, never parsed, so nothing that is typed can be syntax. */
final class Question {
    private static final float TITLE_OVER_TEXT = 3f;

    /** A little for each further field that has the term too. */
    private static final float TIE = 0.1f;

    private Question() {}

    /** Products that have all words, cut as words or as pairs of characters. */
    static Query all(SearchRequest request) {
        return filtered(request, words(request.words(), terms -> terms.size()));
    }

    /** Products that have at least half of the words, or the nouns in them as compounds have them. */
    static Query some(SearchRequest request) {
        var half = words(request.words(), terms -> (terms.size() + 1) / 2);
        var roots = new BooleanQuery.Builder();
        Wording.roots(request.words())
                .forEach(root -> roots.add(new TermQuery(new Term(Wording.PAIRS, root)), Occur.MUST));
        return filtered(request, new DisjunctionMaxQuery(List.of(half, roots.build()), TIE));
    }

    /** Products whose titles share most with this one's, the product itself left out. */
    static Query like(Product product, boolean sameCategory) {
        var title = product.offer().title();
        var text = Stream.concat(Stream.of(title.chinese()), title.translations().values().stream())
                .collect(Collectors.joining(" "));
        var query = new BooleanQuery.Builder();
        Wording.words(text).forEach(term -> query.add(new TermQuery(new Term(Wording.TITLE, term)), Occur.SHOULD));
        query.setMinimumNumberShouldMatch(1);
        query.add(new TermQuery(new Term(ITEM, product.item().toString())), Occur.MUST_NOT);
        if (sameCategory) {
            var category = category(
                    product.item().marketplace(), product.offer().category().id());
            query.add(new TermQuery(new Term(CATEGORY, category)), Occur.FILTER);
        }
        return query.build();
    }

    static String category(MarketplaceId marketplace, String id) {
        return marketplace.slug() + "/" + id;
    }

    private static Query words(String typed, Function<List<String>, Integer> needed) {
        if (typed.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        var words = Wording.words(typed);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no letter or digit was typed");
        }
        var asWords = new BooleanQuery.Builder();
        words.forEach(term -> asWords.add(inTitleOrText(term), Occur.SHOULD));
        asWords.setMinimumNumberShouldMatch(needed.apply(words));
        var pairs = Wording.pairs(typed);
        var asPairs = new BooleanQuery.Builder();
        pairs.forEach(pair -> asPairs.add(new TermQuery(new Term(Wording.PAIRS, pair)), Occur.SHOULD));
        asPairs.setMinimumNumberShouldMatch(Math.max(1, needed.apply(pairs)));
        return new DisjunctionMaxQuery(List.of(asWords.build(), asPairs.build()), TIE);
    }

    private static Query inTitleOrText(String term) {
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(new TermQuery(new Term(Wording.TITLE, term)), TITLE_OVER_TEXT),
                        new TermQuery(new Term(Wording.TEXT, term))),
                TIE);
    }

    private static Query filtered(SearchRequest request, Query words) {
        var query = new BooleanQuery.Builder().add(words, Occur.MUST);
        var filter = request.filter();
        filter.marketplace().ifPresent(id -> query.add(new TermQuery(new Term(MARKETPLACE, id.slug())), Occur.FILTER));
        filter.marketplace()
                .flatMap(id -> filter.categoryId().map(category -> category(id, category)))
                .ifPresent(category -> query.add(new TermQuery(new Term(CATEGORY, category)), Occur.FILTER));
        if (filter.least().isPresent() || filter.most().isPresent()) {
            long least = filter.least().map(Money::minor).orElse(0L);
            long most = filter.most().map(Money::minor).orElse(Long.MAX_VALUE);
            query.add(LongPoint.newRangeQuery(PRICE, least, most), Occur.FILTER);
        }
        return query.build();
    }
}
