package io.sampan.outside.gateway;

import io.sampan.ground.rulebook.Rule;
import io.sampan.ground.rulebook.Rulebook;
import io.sampan.money.amount.Money;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which ways to pay can be offered at all, by dated rules: country, currency, amount and device; and in which order to a shopper of whom nothing
 * is known. Source: docs/sources/payments.md.
 */
@Component
public class PayMethods {
    /** On what the shopper reads the page. */
    public enum Device {
        DESK,
        PHONE
    }

    /** @param country where the shopper is, ISO 3166-1 alpha-2 */
    public record Situation(String country, Money amount, Device device) {}

    private static final String EVERYWHERE = "everywhere";

    private final Rulebook rules;
    private final Rulebook habits;
    private final Gateways gateways;
    private final Clock clock;

    PayMethods(GatewaySettings settings, Gateways gateways, Clock clock) throws IOException {
        this.gateways = gateways;
        this.clock = clock;
        try (var methods = settings.methods().getInputStream();
                var usual = settings.habits().getInputStream()) {
            this.rules = Rulebook.read("methods.csv", methods);
            this.habits = Rulebook.read("habits.csv", usual);
        }
        for (var rule : rules.all()) {
            if (PayMethod.of(rule.name()).isEmpty()) {
                throw new IllegalArgumentException("methods.csv: no method " + rule.name());
            }
        }
    }

    /** Those that this installation has a gateway for and that can be used now and here, the most usual of the country first. */
    public List<PayMethod> eligible(Situation situation) {
        var usual = usual(situation.country());
        return rules.at(clock.instant()).stream()
                .filter(rule -> fits(rule, situation))
                .flatMap(rule -> PayMethod.of(rule.name()).stream())
                .filter(method -> gateways.named(method.gateway()).isPresent())
                .sorted(Comparator.comparingInt(method -> place(usual, method)))
                .toList();
    }

    /** All that the rules name now, wherever they can be used, in the order of the rules. */
    public List<PayMethod> all() {
        return rules.at(clock.instant()).stream()
                .flatMap(rule -> PayMethod.of(rule.name()).stream())
                .toList();
    }

    /** How people of a country like to pay, by {@link PayMethod#id}, the most usual first. */
    public List<String> usual(String country) {
        var now = habits.at(clock.instant());
        return now.stream()
                .filter(rule -> rule.name().equals(country))
                .findFirst()
                .or(() -> now.stream()
                        .filter(rule -> rule.name().equals(EVERYWHERE))
                        .findFirst())
                .map(rule -> rule.words("methods"))
                .orElse(List.of());
    }

    private static int place(List<String> usual, PayMethod method) {
        int at = usual.indexOf(method.id());
        return at < 0 ? usual.size() : at;
    }

    private static boolean fits(Rule rule, Situation situation) {
        var amount = situation.amount();
        return allows(rule, "countries", situation.country())
                && allows(rule, "currencies", amount.currency().getCurrencyCode())
                && allows(rule, "devices", situation.device().name().toLowerCase(Locale.ROOT))
                && isWithin(rule, amount);
    }

    /** A cell that says nothing allows everything. */
    private static boolean allows(Rule rule, String column, String value) {
        var words = Set.copyOf(rule.words(column));
        return words.isEmpty() || words.contains(value);
    }

    private static boolean isWithin(Rule rule, Money amount) {
        return rule.cell("least").isEmpty()
                || rule.number("least").compareTo(amount.decimal()) <= 0
                        && rule.number("most").compareTo(amount.decimal()) >= 0;
    }
}
