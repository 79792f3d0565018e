package io.sampan.browse.weight;

import io.sampan.ground.rulebook.Rule;
import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.ground.rulebook.Rulebook;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The first estimates of what pieces of a category weigh and measure. */
@Component
final class Categories {
    private static final String OTHERWISE = "otherwise";

    private final List<First> named;
    private final List<First> otherwise;

    Categories(WeightSettings settings) throws IOException {
        try (var file = settings.categories().getInputStream()) {
            var all = Rulebook.read("categories.csv", file).all().stream()
                    .map(First::of)
                    .toList();
            this.named = all.stream().filter(one -> !one.isOtherwise()).toList();
            this.otherwise = all.stream().filter(First::isOtherwise).toList();
        }
    }

    /**
     * Of one packed piece.
     *
     * @param low one of twenty weighs less, in grams; {@code likely} and {@code high} likewise
     * @param cm3 its volume
     */
    record First(String name, RuleVersion version, List<String> keywords, int low, int likely, int high, int cm3) {
        static First of(Rule rule) {
            var first = new First(
                    rule.name(),
                    rule.version(),
                    rule.words("keywords"),
                    rule.whole("low"),
                    rule.whole("grams"),
                    rule.whole("high"),
                    rule.whole("cm3"));
            if (first.low < 1 || first.low >= first.likely || first.likely >= first.high || first.cm3 < 1) {
                throw new IllegalArgumentException(
                        "Not an interval: " + first.version().id());
            }
            return first;
        }

        private boolean isOtherwise() {
            return name.equals(OTHERWISE);
        }
    }

    First of(String category, Instant at) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var text = category.toLowerCase(Locale.ROOT);
        First best = null;
        int length = 0;
        for (var one : named) {
            int match = one.version().holdsOn(day) ? longestMatch(one.keywords(), text) : 0;
            if (match > length) {
                best = one;
                length = match;
            }
        }
        return best != null ? best : ofNothingKnown(day);
    }

    private First ofNothingKnown(LocalDate day) {
        return otherwise.stream()
                .filter(one -> one.version().holdsOn(day))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("categories.csv knows no row " + OTHERWISE + " for " + day));
    }

    private static int longestMatch(List<String> keywords, String text) {
        int longest = 0;
        for (var keyword : keywords) {
            if (keyword.length() > longest && text.contains(keyword)) {
                longest = keyword.length();
            }
        }
        return longest;
    }
}
