package io.sampan.simulators.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An inverted index over titles and category names: pairs of Chinese characters, words of anything else. */
final class TitleSearch {
    private static final List<String> SIBILANTS = List.of("sses", "shes", "ches", "xes", "zes");

    private static final class Postings {
        int[] docs = new int[8];
        int size;

        void add(int doc) {
            if (size > 0 && docs[size - 1] == doc) {
                return;
            }
            if (size == docs.length) {
                docs = Arrays.copyOf(docs, size * 2);
            }
            docs[size++] = doc;
        }
    }

    private final Map<String, Postings> index = new HashMap<>();
    private final List<Listing> listings;
    private final Map<Category, Set<String>> named = new HashMap<>();

    TitleSearch(List<Listing> listings) {
        this.listings = listings;
        for (int doc = 0; doc < listings.size(); doc++) {
            Listing listing = listings.get(doc);
            Set<String> terms = new LinkedHashSet<>(terms(listing.title().zh()));
            terms.addAll(terms(listing.title().en()));
            terms.addAll(named.computeIfAbsent(listing.category(), TitleSearch::names));
            for (String term : terms) {
                index.computeIfAbsent(term, t -> new Postings()).add(doc);
            }
        }
    }

    private static Set<String> names(Category category) {
        return terms(category.name().zh() + " " + category.name().en() + " "
                + category.goods().noun() + " "
                + String.join(" ", category.goods().nouns()));
    }

    /** Those of a marketplace that carry enough of the words, the best first. */
    List<Listing> find(Marketplace marketplace, String text) {
        Set<String> terms = terms(text);
        double[] scores = new double[listings.size()];
        double most = 0;
        for (String term : terms) {
            Postings postings = index.get(term);
            double weight = postings == null ? 3 : Math.log(1 + (double) listings.size() / postings.size);
            most += weight;
            for (int i = 0; postings != null && i < postings.size; i++) {
                scores[postings.docs[i]] += weight;
            }
        }
        List<Listing> strict = above(marketplace, scores, most * 0.99, terms);
        return strict.size() >= 5 ? strict : above(marketplace, scores, most * 0.55, terms);
    }

    private List<Listing> above(Marketplace marketplace, double[] scores, double least, Set<String> terms) {
        record Hit(Listing listing, double score) {}
        List<Hit> hits = new ArrayList<>();
        for (int doc = 0; doc < scores.length; doc++) {
            Listing listing = listings.get(doc);
            if (scores[doc] > 0 && scores[doc] >= least && listing.marketplace() == marketplace) {
                Set<String> names = named.getOrDefault(listing.category(), Set.of());
                long inName = terms.stream().filter(names::contains).count();
                hits.add(new Hit(listing, scores[doc] + 2.0 * inName + 0.25 * Math.log(1 + listing.sold())));
            }
        }
        hits.sort((a, b) -> Double.compare(b.score(), a.score()));
        return hits.stream().map(Hit::listing).toList();
    }

    static Set<String> terms(String text) {
        Set<String> terms = new LinkedHashSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int from = 0;
        for (int i = 0; i <= lower.length(); i++) {
            boolean ends = i == lower.length() || kind(lower.charAt(i)) != kind(lower.charAt(from));
            if (ends && i > from) {
                addRun(terms, lower.substring(from, i), kind(lower.charAt(from)));
                from = i;
            }
        }
        return terms;
    }

    private static int kind(char c) {
        if (c >= 0x4E00 && c <= 0x9FFF) {
            return 1;
        }
        return Character.isLetterOrDigit(c) || c == '\'' ? 2 : 0;
    }

    private static void addRun(Set<String> terms, String run, int kind) {
        if (kind == 1 && run.length() == 1) {
            terms.add(run);
        }
        for (int i = 0; kind == 1 && i + 1 < run.length(); i++) {
            terms.add(run.substring(i, i + 2));
        }
        if (kind == 2 && !Query.SMALL_WORDS.contains(run)) {
            terms.add(stem(run));
        }
    }

    private static String stem(String word) {
        String bare = word.endsWith("'s") || word.endsWith("s'") ? word.substring(0, word.length() - 2) : word;
        if (bare.endsWith("ies") && bare.length() > 4) {
            return bare.substring(0, bare.length() - 3) + "y";
        }
        if (bare.length() > 4 && SIBILANTS.stream().anyMatch(bare::endsWith)) {
            return bare.substring(0, bare.length() - 2);
        }
        return bare.endsWith("s") && !bare.endsWith("ss") && bare.length() > 3
                ? bare.substring(0, bare.length() - 1)
                : bare;
    }
}
