package io.sampan.bench;

import io.sampan.outside.carrier.CarrierVector;
import io.sampan.outside.carrier.ParcelSize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A worked example of what a line bills: its rule in words, turned into the cells of a line and a tariff. */
final class TariffCase {
    private static final String N = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern DIVISOR = Pattern.compile("/\\s*" + N);
    private static final Pattern STEP_UP =
            Pattern.compile("round(?:ed)? up to (?:the (?:next )?)?" + N + "\\s*(kg|g)?");
    private static final Pattern BELOW = Pattern.compile("below " + N + "\\s*kg");
    private static final Pattern HANDLING = Pattern.compile("handling " + N);
    private static final Pattern FIRST = Pattern.compile(N + "\\s+(?:to|for the first|up to) " + N + "\\s*kg");
    private static final Pattern EACH = Pattern.compile(N + "\\s+per (?:started )?" + N + "\\s*kg");
    private static final Pattern LEAST = Pattern.compile("(?:minimum|at least|least) " + N);

    private TariffCase() {}

    static Checked check(String rule, JsonNode example) {
        var expected = example.path("out").asString("");
        return computed(rule, example.path("in"))
                .<Checked>map(value -> value.compareTo(new BigDecimal(expected)) == 0
                        ? new Checked.Right()
                        : new Checked.Wrong(rule + ": expected " + expected + ", computed " + value.toPlainString()))
                .orElseGet(Checked.Unknown::new);
    }

    private static Optional<BigDecimal> computed(String rule, JsonNode in) {
        if (in.isArray()) {
            return find(DIVISOR, rule).map(divisor -> volume(rule, divisor.group(1), in));
        }
        if (find(EACH, rule).isPresent() || find(FIRST, rule).isPresent()) {
            int grams = grams(weight(in));
            return CarrierVector.price(tariff(rule), grams).map(money -> money.decimal());
        }
        return find(STEP_UP, rule).map(step -> {
            var rounding = find(BELOW, rule)
                    .map(below -> step(step) + "<" + grams(below.group(1)) + " 1000")
                    .orElse(String.valueOf(step(step)));
            return kilograms(CarrierVector.billed("", 1, rounding, new ParcelSize(grams(weight(in)), 1, 1, 1)));
        });
    }

    /** The volume alone: the parcel weighs next to nothing. */
    private static BigDecimal volume(String rule, String divisor, JsonNode sides) {
        int step = find(STEP_UP, rule).map(TariffCase::step).orElse(1);
        var size = new ParcelSize(1, mm(sides.path(0)), mm(sides.path(1)), mm(sides.path(2)));
        return kilograms(CarrierVector.billed(divisor, step, "1", size));
    }

    private static String tariff(String rule) {
        List<String> terms = new ArrayList<>();
        find(HANDLING, rule).ifPresent(one -> terms.add("flat " + one.group(1)));
        find(FIRST, rule).ifPresent(one -> terms.add("first " + grams(one.group(2)) + " " + one.group(1)));
        find(EACH, rule).ifPresent(one -> terms.add("each " + grams(one.group(2)) + " " + one.group(1)));
        find(LEAST, rule).ifPresent(one -> terms.add("least " + one.group(1)));
        return String.join(" + ", terms);
    }

    private static String weight(JsonNode in) {
        return in.isObject() ? in.valueStream().findFirst().orElse(in).asString("") : in.asString("");
    }

    private static int step(Matcher step) {
        return "g".equals(step.group(2)) ? new BigDecimal(step.group(1)).intValueExact() : grams(step.group(1));
    }

    private static int grams(String kilograms) {
        return new BigDecimal(kilograms).movePointRight(3).intValueExact();
    }

    private static BigDecimal kilograms(int grams) {
        return BigDecimal.valueOf(grams, 3);
    }

    private static int mm(JsonNode centimetres) {
        return new BigDecimal(centimetres.asString("")).movePointRight(1).intValueExact();
    }

    private static Optional<Matcher> find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found) : Optional.empty();
    }
}
