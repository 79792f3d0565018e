package io.sampan.outside.customs;

import io.sampan.money.amount.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Assesses by the shop's own rules of a country, or by those rules with the percentages that a case states. */
public final class DutyVector {
    private static final Resource RULES = new ClassPathResource("rules/customs/rules.csv");

    private DutyVector() {}

    /** The shop's own rules. */
    public static Duties shipped() {
        try {
            return new Duties(new CustomsSettings(
                    new ClassPathResource("rules/customs/taxes.csv"),
                    RULES,
                    new ClassPathResource("rules/customs/headings.csv"),
                    new ClassPathResource("rules/customs/restrictions.csv")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param duty cell of a rule, such as {@code 6.5% goods}; @param taxPercent such as {@code 17} */
    public record Stated(Optional<String> duty, Optional<String> taxPercent) {}

    /** Duty and tax, in the rule's currency. Other fees are no part of the cases. */
    public record Due(Money duty, Money tax) {}

    /** Empty when the rules refuse it. All amounts are taken as of the rule's own currency. */
    public static Optional<Due> assess(Consignment consignment, Stated stated) {
        try {
            var duties = new Duties(new CustomsSettings(
                    new ClassPathResource("rules/customs/taxes.csv"),
                    rules(consignment.country(), stated),
                    new ClassPathResource("rules/customs/headings.csv"),
                    new ClassPathResource("rules/customs/restrictions.csv")));
            var assessed = duties.assess(consignment, (currency, amount) -> amount);
            return assessed instanceof Assessed.Due due
                    ? Optional.of(new Due(sum(due, Assessed.Kind.DUTY), sum(due, Assessed.Kind.TAX)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Money sum(Assessed.Due due, Assessed.Kind kind) {
        return due.parts().stream()
                .filter(part -> part.kind() == kind)
                .map(Assessed.Part::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static Resource rules(String country, Stated stated) throws IOException {
        var lines = RULES.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        var columns = List.of(lines.stream()
                .filter(line -> line.startsWith("rule;"))
                .findFirst()
                .orElseThrow()
                .split(";", -1));
        var changed = lines.stream()
                .map(line -> isOf(country, line, columns) ? changed(line, columns, stated) : line)
                .collect(Collectors.joining("\n"));
        return new ByteArrayResource(changed.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOf(String country, String line, List<String> columns) {
        var cells = line.split(";", -1);
        if (line.startsWith("#") || cells.length != columns.size()) {
            return false;
        }
        var where = cells[columns.indexOf("where")];
        boolean decides = !cells[columns.indexOf("duty")].isEmpty();
        return decides && (where.equals(country) || where.equals("EU"));
    }

    private static String changed(String line, List<String> columns, Stated stated) {
        var cells = line.split(";", -1);
        int duty = columns.indexOf("duty");
        int tax = columns.indexOf("tax");
        stated.duty().ifPresent(cell -> cells[duty] = cell);
        stated.taxPercent().ifPresent(percent -> {
            var words = cells[tax].split(" ", 2);
            cells[tax] = percent + "% " + (words.length < 2 ? "goods" : words[1]);
        });
        return String.join(";", cells);
    }
}
