package io.sampan.outside.customs;

import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.ground.rulebook.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * Six-digit headings of the Harmonized System guessed from category words. The longest keyword that occurs wins, so that 连衣裙 is a dress
 * and not a skirt; words that no keyword knows make a heading of their own.
 */
public final class Headings {
    private static final int LONGEST_WORDS = 400;

    private final List<Known> known;

    Headings(Rulebook book) {
        this.known = book.all().stream()
                .map(rule -> new Known(rule.version(), rule.text("hs6"), rule.words("keywords")))
                .toList();
    }

    private record Known(RuleVersion version, String hs6, List<String> keywords) {
        int longestMatch(String text) {
            int longest = 0;
            for (var keyword : keywords) {
                if (keyword.length() > longest && text.contains(keyword)) {
                    longest = keyword.length();
                }
            }
            return longest;
        }
    }

    /**
     * @param hs6 six digits; or {@code other:} and the words where nothing is known
     * @param guessed true unless a person or the seller gave the heading
     */
    public record Suggested(String hs6, boolean guessed) {}

    Suggested of(Consignment.Line line, Instant at) {
        return line.hs6() != null ? new Suggested(line.hs6(), false) : suggest(line.category(), at);
    }

    Suggested suggest(String words, Instant at) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var text = words.substring(0, Math.min(words.length(), LONGEST_WORDS)).toLowerCase(Locale.ROOT);
        var hs6 = "other:" + text.strip();
        int length = 0;
        for (var heading : known) {
            int match = heading.version().holdsOn(day) ? heading.longestMatch(text) : 0;
            if (match > length) {
                hs6 = heading.hs6();
                length = match;
            }
        }
        return new Suggested(hs6, true);
    }
}
