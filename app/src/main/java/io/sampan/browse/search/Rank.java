package io.sampan.browse.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/** How well the words fit, times one plus a tenth of the natural logarithm of pieces sold: 22,000 sold double what the words are worth. */
final class Rank extends DoubleValuesSource {
    static double of(double fit, long sold) {
        return fit * (1 + Math.log1p(Math.max(0, sold)) / 10);
    }

    @Override
    public DoubleValues getValues(LeafReaderContext segment, DoubleValues scores) throws IOException {
        NumericDocValues sold = DocValues.getNumeric(segment.reader(), ProductIndex.SOLD);
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                return of(scores.doubleValue(), sold.longValue());
            }

            @Override
            public boolean advanceExact(int document) throws IOException {
                return scores.advanceExact(document) && sold.advanceExact(document);
            }
        };
    }

    @Override
    public boolean needsScores() {
        return true;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext segment) {
        return false;
    }

    @Override
    public int hashCode() {
        return Rank.class.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rank;
    }

    @Override
    public String toString() {
        return "fit and sales";
    }
}
