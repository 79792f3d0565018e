package io.sampan.bench;

import io.sampan.money.amount.Money;
import io.sampan.outside.customs.Consignment;
import io.sampan.outside.customs.DutyVector;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A worked example of what a country asks. Where it states a percentage, that one counts; else the shop's own rules do. */
final class DutyCase {
    private static final Instant AT = Instant.parse("2026-11-28T00:00:00Z");
    private static final String N = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern COUNTRY = Pattern.compile("^([A-Z]{2})\\b");
    private static final Pattern PER_HEADING = Pattern.compile(N + " ([A-Z]{3}) per distinct HS6");
    private static final Pattern LESS = Pattern.compile(N + "% minus (?:US\\$|[A-Z]{3} ?)?" + N);
    private static final Pattern DUTY = Pattern.compile("duty " + N + "%|" + N + "% duty");
    private static final Pattern TAX =
            Pattern.compile("(?:ICMS|VAT|GST|tax)\\D{0,20}?" + N + "%|\\([A-Z]{2} " + N + "%\\)");

    private DutyCase() {}

    static Checked check(JsonNode example) {
        var rule = example.path("rule").asString("");
        var in = example.path("in");
        var country = in.path("country").asString(first(COUNTRY, rule).orElse(""));
        var value = value(in, rule);
        var due = DutyVector.assess(new Consignment(country, null, lines(in, value), zero(value), AT), stated(rule));
        return due.map(one -> compared(example.path("out"), value, one)).orElseGet(Checked.Unknown::new);
    }

    private static DutyVector.Stated stated(String rule) {
        var duty = groups(PER_HEADING, rule)
                .map(found -> new BigDecimal(found.getFirst()).setScale(2) + " per-heading")
                .or(() -> groups(LESS, rule)
                        .map(found -> found.getFirst() + "% goods minus " + new BigDecimal(found.get(1)).setScale(2)))
                .or(() -> first(DUTY, rule).map(percent -> percent + "% goods"));
        return new DutyVector.Stated(duty, first(TAX, rule));
    }

    /** The value in its currency; nothing where the example asks for what is due on its duty alone. */
    private static Money value(JsonNode in, String rule) {
        return in.propertyStream()
                .filter(field -> field.getKey().matches("value_[a-z]{3}"))
                .findFirst()
                .map(field -> Money.ofDecimal(
                        new BigDecimal(field.getValue().asString("0")),
                        Currency.getInstance(field.getKey().substring(6).toUpperCase(Locale.ROOT))))
                .orElseGet(() -> Money.zero(Currency.getInstance(
                        groups(PER_HEADING, rule).map(List::getLast).orElse("EUR"))));
    }

    private static List<Consignment.Line> lines(JsonNode in, Money value) {
        List<Consignment.Line> lines = new ArrayList<>();
        in.path("lines")
                .forEach(line -> lines.add(new Consignment.Line(
                        "", line.path("hs6").asString(""), lines.isEmpty() ? value : zero(value))));
        return lines.isEmpty() ? List.of(new Consignment.Line("", "610910", value)) : lines;
    }

    private static Checked compared(JsonNode out, Money value, DutyVector.Due due) {
        var asked = due.duty().plus(due.tax());
        for (var field : out.propertyStream().toList()) {
            var expected = new BigDecimal(field.getValue().asString("0"));
            boolean right = switch (field.getKey().split("_")[0]) {
                case "icms", "vat", "gst", "tax" -> is(due.tax(), expected);
                case "total", "extra" -> is(asked, expected) || is(asked.plus(value), expected);
                default -> is(due.duty(), expected);
            };
            if (!right) {
                return new Checked.Wrong(field.getKey() + ": expected " + expected + ", computed duty "
                        + due.duty().decimal() + ", tax " + due.tax().decimal());
            }
        }
        return new Checked.Right();
    }

    private static boolean is(Money computed, BigDecimal expected) {
        return computed.decimal().compareTo(expected) == 0;
    }

    private static Money zero(Money like) {
        return Money.zero(like.currency());
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return groups(pattern, text).map(List::getFirst);
    }

    /** What a pattern caught, without the groups that caught nothing. */
    private static Optional<List<String>> groups(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        var caught = new ArrayList<String>();
        for (int i = 1; i <= found.groupCount(); i++) {
            Optional.ofNullable(found.group(i)).ifPresent(caught::add);
        }
        return Optional.of(caught);
    }
}
