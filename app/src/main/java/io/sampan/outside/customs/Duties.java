package io.sampan.outside.customs;

import io.sampan.ground.rulebook.Rule;
import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.ground.rulebook.Rulebook;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a country asks of a consignment. Source: {@code docs/sources/customs.md}. */
@Component
public final class Duties {
    private final Rulebook taxes;
    private final Rulebook rules;
    private final Map<RuleVersion, ImportRule> read;
    private final Headings headings;
    private final Restrictions restrictions;

    Duties(CustomsSettings settings) throws IOException {
        try (var taxFile = settings.taxes().getInputStream();
                var ruleFile = settings.rules().getInputStream();
                var headingFile = settings.headings().getInputStream();
                var restrictionFile = settings.restrictions().getInputStream()) {
            this.taxes = Rulebook.read("taxes.csv", taxFile);
            this.rules = Rulebook.read("rules.csv", ruleFile);
            this.headings = new Headings(Rulebook.read("headings.csv", headingFile));
            this.restrictions = new Restrictions(Rulebook.read("restrictions.csv", restrictionFile));
        }
        this.read = rules.all().stream().collect(Collectors.toUnmodifiableMap(Rule::version, ImportRule::of));
        this.taxes.all().forEach(tax -> tax.number("percent"));
    }

    /**
     * Duty, tax and fees by the rules of the consignment's moment. The threshold is compared with the goods' value alone; several rows of one
     * country add up; two lines of one heading count once where a duty is asked per heading.
     *
     * @return {@link Assessed.Refused} where the country takes no such consignment, or where no rule is known: an unknown duty is never
     *     taken for none
     */
    public Assessed assess(Consignment consignment, Valuation valuation) {
        var tax = tax(consignment.country(), consignment.at());
        var fitting = fitting(consignment, valuation, tax);
        var refusal = fitting.stream().filter(rule -> rule.refusal() != null).findFirst();
        if (refusal.isPresent()) {
            return new Assessed.Refused(
                    Assessed.Refusal.OVER_LIMIT, refusal.get().version());
        }
        if (fitting.stream().noneMatch(ImportRule::decides)) {
            return new Assessed.Refused(Assessed.Refusal.NO_RULE_KNOWN, null);
        }
        return assessed(consignment, valuation, fitting, tax);
    }

    /**
     * The rules for all that goes to one person on one day, whatever the parcels: which of them hold is judged by the value of all of it.
     *
     * @param whole everything, as one consignment
     * @return empty where the country takes no such consignment, or where no rule is known
     */
    public Optional<Aggregated> together(Consignment whole, Valuation valuation) {
        var tax = tax(whole.country(), whole.at());
        var fitting = fitting(whole, valuation, tax);
        boolean refused = fitting.stream().anyMatch(rule -> rule.refusal() != null);
        if (refused || fitting.stream().noneMatch(ImportRule::decides)) {
            return Optional.empty();
        }
        return Optional.of(new Aggregated(fitting, percent(tax), valuation));
    }

    /** Kinds of goods of which the country takes none by parcel, whatever the line. */
    public Set<Hazard> prohibited(String country, Instant at) {
        var territory = tax(country, at).flatMap(tax -> tax.cell("territory")).orElse("");
        return restrictions.of(country, territory, at);
    }

    /** The currencies in which the country's rules are written, and which the valuation must therefore know. */
    public Set<Currency> currencies(Consignment consignment) {
        return rules(consignment, tax(consignment.country(), consignment.at()))
                .map(ImportRule::currency)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The heading that an assessment would take for these words. */
    public Headings.Suggested suggest(String words, Instant at) {
        return headings.suggest(words, at);
    }

    private List<ImportRule> fitting(Consignment consignment, Valuation valuation, Optional<Rule> tax) {
        return rules(consignment, tax)
                .filter(rule -> rule.covers(valuation.in(rule.currency(), consignment.goods())))
                .toList();
    }

    private Stream<ImportRule> rules(Consignment consignment, Optional<Rule> tax) {
        return rules.at(consignment.at()).stream()
                .filter(rule -> concerns(rule, consignment, tax))
                .map(rule -> Objects.requireNonNull(read.get(rule.version())));
    }

    private Assessed assessed(
            Consignment consignment, Valuation valuation, List<ImportRule> fitting, Optional<Rule> tax) {
        var goods = new TreeMap<String, Headings.Suggested>();
        for (var line : consignment.lines()) {
            var heading = headings.of(line, consignment.at());
            goods.put(heading.hs6(), heading);
        }
        var percent = percent(tax);
        var parts = new ArrayList<Assessed.Part>();
        var versions = new ArrayList<RuleVersion>();
        var notes = new ArrayList<String>();
        for (var rule : fitting) {
            parts.addAll(rule.parts(
                    valuation.in(rule.currency(), consignment.goods()),
                    valuation.in(rule.currency(), consignment.freight()),
                    goods.size(),
                    percent));
            versions.add(rule.version());
            rule.note().ifPresent(notes::add);
        }
        tax.filter(rule -> fitting.stream().anyMatch(ImportRule::asksCountryTax))
                .map(Rule::version)
                .ifPresent(versions::add);
        if (goods.values().stream().anyMatch(Headings.Suggested::guessed)) {
            notes.add("customs.note.headings-guessed");
        }
        boolean confirmed = versions.stream().allMatch(RuleVersion::confirmed);
        if (!confirmed) {
            notes.add("customs.note.unconfirmed");
        }
        return new Assessed.Due(
                parts, notes, versions, confirmed, Map.copyOf(goods).keySet());
    }

    private static BigDecimal percent(Optional<Rule> tax) {
        return tax.map(rule -> rule.number("percent")).orElse(BigDecimal.ZERO);
    }

    private Optional<Rule> tax(String country, Instant at) {
        return taxes.at(at).stream().filter(rule -> rule.name().equals(country)).findFirst();
    }

    private static boolean concerns(Rule rule, Consignment consignment, Optional<Rule> tax) {
        var where = rule.text("where");
        return where.equals(consignment.country())
                || tax.flatMap(t -> t.cell("territory")).filter(where::equals).isPresent();
    }
}
