package io.sampan.browse.search;

import io.sampan.browse.catalog.Product;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The index of this node. It lives in memory: what it says can always be read again from the catalogue. */
@Component
class ProductIndex implements DisposableBean {
    static final String ITEM = "item";
    static final String MARKETPLACE = "marketplace";
    static final String CATEGORY = "category";
    static final String PRICE = "price";
    static final String SOLD = "sold";
    private static final String AGE = "firstSeen";

    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** @param total all that fit, not only these */
    record Found(List<ItemRef> items, long total) {}

    ProductIndex() throws IOException {
        writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(Wording.OF_PRODUCTS));
        searchers = new SearcherManager(writer, null);
    }

    /** What cannot be bought now is not found. Take effect with {@link #refresh}. */
    void put(Product product) throws IOException {
        var key = new Term(ITEM, product.item().toString());
        if (Card.of(product).isEmpty()) {
            writer.deleteDocuments(key);
        } else {
            writer.updateDocument(key, document(product));
        }
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    Found find(Query query, SearchRequest.Sort sort, int skip, int size) {
        return ask(searcher -> {
            var top = searcher.search(query, skip + size, order(sort)).scoreDocs;
            var fields = searcher.storedFields();
            var items = new ArrayList<ItemRef>();
            for (var hit : Arrays.asList(top).subList(Math.min(skip, top.length), top.length)) {
                items.add(item(fields.document(hit.doc).get(ITEM)));
            }
            return new Found(items, searcher.count(query));
        });
    }

    /** Which of these are in the index. */
    Set<ItemRef> holds(Collection<ItemRef> items) {
        return ask(searcher -> {
            var held = new HashSet<ItemRef>();
            for (var item : items) {
                if (searcher.count(new TermQuery(new Term(ITEM, item.toString()))) > 0) {
                    held.add(item);
                }
            }
            return held;
        });
    }

    private interface Asked<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    private <T> T ask(Asked<T> question) {
        try {
            var searcher = searchers.acquire();
            try {
                return question.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index in memory cannot be read", e);
        }
    }

    private static Sort order(SearchRequest.Sort sort) {
        var sold = new SortField(SOLD, SortField.Type.LONG, true);
        return switch (sort) {
            case RELEVANCE -> new Sort(new Rank().getSortField(true), sold);
            case PRICE_UP -> new Sort(new SortField(PRICE, SortField.Type.LONG), sold);
            case PRICE_DOWN -> new Sort(new SortField(PRICE, SortField.Type.LONG, true), sold);
            case NEWEST -> new Sort(new SortField(AGE, SortField.Type.LONG, true), sold);
        };
    }

    private static Document document(Product product) {
        var offer = product.offer();
        var document = new Document();
        document.add(new StringField(ITEM, product.item().toString(), Store.YES));
        document.add(new StringField(MARKETPLACE, product.item().marketplace().slug(), Store.NO));
        var category =
                Question.category(product.item().marketplace(), offer.category().id());
        document.add(new StringField(CATEGORY, category, Store.NO));
        product.priceFrom().ifPresent(price -> number(document, PRICE, price.minor()));
        document.add(new NumericDocValuesField(SOLD, offer.sold()));
        document.add(new NumericDocValuesField(AGE, product.firstSeenAt().toEpochMilli()));
        add(document, Wording.TITLE, offer.title());
        document.add(new TextField(Wording.PAIRS, offer.title().chinese(), Store.NO));
        document.add(new TextField(Wording.TEXT, offer.shop().name(), Store.NO));
        offer.category().path().forEach(step -> add(document, Wording.TEXT, step));
        Stream.concat(offer.attributes().stream(), offer.skus().stream().flatMap(sku -> sku.options().stream()))
                .map(Attribute::value)
                .distinct()
                .forEach(value -> add(document, Wording.TEXT, value));
        return document;
    }

    private static void number(Document document, String field, long value) {
        document.add(new LongPoint(field, value));
        document.add(new NumericDocValuesField(field, value));
    }

    private static void add(Document document, String field, Words words) {
        document.add(new TextField(field, words.chinese(), Store.NO));
        words.translations().values().forEach(text -> document.add(new TextField(field, text, Store.NO)));
    }

    private static ItemRef item(String stored) {
        int slash = stored.indexOf('/');
        var marketplace = MarketplaceId.ofSlug(stored.substring(0, slash)).orElseThrow();
        return new ItemRef(marketplace, stored.substring(slash + 1));
    }

    @Override
    public void destroy() throws IOException {
        searchers.close();
        writer.close();
    }
}
