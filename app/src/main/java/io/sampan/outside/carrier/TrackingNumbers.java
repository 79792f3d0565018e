package io.sampan.outside.carrier;

import io.sampan.ground.rulebook.Rule;
import io.sampan.ground.rulebook.Rulebook;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which courier a parcel's number is of. Many numbers fit several: all are named, those whose check digit was right first. */
@Component
public final class TrackingNumbers {
    private static final int LONGEST = 64;
    private static final Pattern BLANK = Pattern.compile("\\s");

    private final Rulebook book;
    private final Map<Rule, NumberFormat> formats;

    TrackingNumbers(CarrierSettings settings) throws IOException {
        try (var file = settings.numbers().getInputStream()) {
            this.book = Rulebook.read("numbers.csv", file);
        }
        this.formats = book.all().stream()
                .collect(Collectors.toMap(rule -> rule, NumberFormat::of, (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * @param courier its short name, such as {@code sf} or {@code post}
     * @param format of its numbers, such as {@code fedex_12}
     * @param checked whether a check digit speaks for it, too
     * @param country of origin, an ISO 3166 code, where the number names one
     */
    public record Candidate(String courier, String format, boolean checked, Optional<String> country) {}

    /** @param number as somebody typed or scanned it; blanks and small letters do no harm. Empty when it is no known courier's */
    public List<Candidate> candidates(String number, Instant at) {
        var plain = BLANK.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return List.of();
        }
        return book.at(at).stream()
                .filter(rule -> fits(rule, plain))
                .map(rule -> new Candidate(
                        rule.text("courier"),
                        rule.name(),
                        !rule.words("check").isEmpty(),
                        isPostal(rule) ? Optional.of(plain.substring(plain.length() - 2)) : Optional.empty()))
                .sorted((one, other) -> Boolean.compare(other.checked(), one.checked()))
                .toList();
    }

    /** The names of the formats that it knows. */
    Set<String> formats() {
        return book.all().stream().map(Rule::name).collect(Collectors.toUnmodifiableSet());
    }

    private boolean fits(Rule rule, String plain) {
        var format = formats.get(rule);
        return format != null && format.fits(plain) && (!isPostal(rule) || S10.isValid(plain));
    }

    private static boolean isPostal(Rule rule) {
        return rule.words("check").equals(List.of("s10"));
    }
}
