package io.sampan.browse.search;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How a text becomes terms, the same for products and questions: ICU's word breaks (they cut Chinese, and keep Arabic and kana words whole),
 * traditional characters as simplified ones, accents, widths and capitals folded, English words to their stems. Beside it the Chinese title in
 * pairs of characters, which finds what the word breaks of a short question cut in another way than those of a long title.
 */
final class Wording {
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String PAIRS = "pairs";

    /** Most terms of a question that count. */
    static final int MOST_TERMS = 32;

    private static final String NOUN_SUFFIX = "子";

    private static final Analyzer WORDS = new Words();
    private static final Analyzer PAIRED_QUESTION = new Pairs(false);
    static final Analyzer OF_PRODUCTS = new PerFieldAnalyzerWrapper(WORDS, Map.of(PAIRS, new Pairs(true)));

    private Wording() {}

    /** Unicode counts a colon inside a word as part of it; in titles and questions it stands between words. */
    private static final NormalizeCharMap COLONS = colons();

    private static final class Words extends Analyzer {
        @Override
        protected Reader initReader(String field, Reader text) {
            return new MappingCharFilter(COLONS, text);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
            return new TokenStreamComponents(source, new KStemFilter(new EnglishPossessiveFilter(folded(source))));
        }
    }

    /** Questions take single characters only where there is no pair; products keep both. */
    private static final class Pairs extends Analyzer {
        private final boolean singlesToo;

        Pairs(boolean singlesToo) {
            this.singlesToo = singlesToo;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            return new TokenStreamComponents(
                    source, new CJKBigramFilter(folded(source), CJKBigramFilter.HAN, singlesToo));
        }
    }

    private static NormalizeCharMap colons() {
        var map = new NormalizeCharMap.Builder();
        map.add(":", " ");
        map.add("：", " ");
        return map.build();
    }

    private static TokenStream folded(Tokenizer source) {
        var simplified = new ICUTransformFilter(source, Transliterator.getInstance("Traditional-Simplified"));
        return new ICUFoldingFilter(simplified);
    }

    /** The distinct terms of a question, at most {@value #MOST_TERMS}. */
    static List<String> words(String question) {
        return terms(WORDS, question);
    }

    /** The distinct pairs of a question's Chinese characters, and its other words; at most {@value #MOST_TERMS}. */
    static List<String> pairs(String question) {
        return terms(PAIRED_QUESTION, question);
    }

    /** What is left of two-character nouns without the suffix that titles drop in compounds: 杯 of 杯子 (马克杯), 鞋 of 鞋子 (运动鞋). */
    static List<String> roots(String question) {
        return words(question).stream()
                .filter(word -> word.length() == 2 && word.endsWith(NOUN_SUFFIX))
                .map(word -> word.substring(0, 1))
                .toList();
    }

    private static List<String> terms(Analyzer analyzer, String question) {
        var terms = new ArrayList<String>();
        try (var stream = analyzer.tokenStream(TITLE, question)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (terms.size() < MOST_TERMS && stream.incrementToken()) {
                terms.add(term.toString());
            }
            return terms.stream().distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a text in memory failed", e);
        }
    }
}
