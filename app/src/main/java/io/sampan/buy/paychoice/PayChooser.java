package io.sampan.buy.paychoice;

import io.sampan.buy.paychoice.PayRanking.Shown;
import io.sampan.buy.paychoice.PayRanking.Why;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.people.preference.Choice;
import io.sampan.people.preference.Levels;
import io.sampan.people.preference.Tastes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Ranks ways to pay by how likely the person chooses one and succeeds, times what is left of the amount; the last that worked stays first, what fails
 * just now comes last, and none is hidden. Learns from every choice and every end. Keeps nothing of a person: who asks keeps the {@link Payer}.
 */
public final class PayChooser {
    /** Of so many rankings one tries another order. */
    private static final double EXPLORED = 0.05;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What a gateway keeps: a share of the amount. @param percent of it */
    public record Fees(Map<PayMethod, BigDecimal> percent) {
        Money of(PayMethod method, Money amount) {
            return amount.times(percent.getOrDefault(method, BigDecimal.ZERO).divide(HUNDRED));
        }
    }

    /** Where and how much. @param country of the person */
    public record Where(String country, Money amount) {}

    private final PayFeatures features;
    private final Function<String, List<String>> usual;
    private final Fees fees;
    private final Levels levels;
    private final Reliability reliability = new Reliability();

    /**
     * @param methods all that there are, at most 30
     * @param usual what a country's people use, by {@link PayMethod#id}, the most usual first
     */
    public PayChooser(List<PayMethod> methods, Function<String, List<String>> usual, Fees fees) {
        this.features = new PayFeatures(methods);
        this.usual = usual;
        this.fees = fees;
        this.levels = new Levels(features.around(features.begin(List.of())));
    }

    /** How well methods work. */
    public Reliability reliability() {
        return reliability;
    }

    /** @param offered all that can be used here and now; at least one */
    public PayRanking rank(List<PayMethod> offered, Where where, Payer payer, RandomGenerator dice) {
        return explored(ordered(offered, where, payer), payer, dice);
    }

    private List<Shown> ordered(List<PayMethod> offered, Where where, Payer payer) {
        var chances = tastes(where, payer).probabilities(features.unplaced(offered, payer.last()));
        var rows = new ArrayList<Shown>();
        for (int option = 0; option < offered.size(); option++) {
            rows.add(row(offered.get(option), chances[option], where, payer));
        }
        rows.sort(Comparator.comparing((Shown row) -> reliability.isDown(row.method()))
                .thenComparingDouble(row -> -score(row, where)));
        pin(rows, payer);
        return explained(rows, where, payer);
    }

    /** The ranking that a page showed, which the person sends back with their choice. Its order is theirs to tell; its chances are ours. */
    public PayRanking asShown(List<PayMethod> shown, Where where, Payer payer) {
        var usualOrder = ordered(shown, where, payer);
        var rows = shown.stream()
                .map(method -> usualOrder.stream()
                        .filter(row -> row.method().equals(method))
                        .findFirst()
                        .orElseThrow())
                .toList();
        boolean asUsual = rows.equals(usualOrder);
        return new PayRanking(rows, asUsual ? 1 - EXPLORED : EXPLORED / Math.max(1, rows.size() - 1));
    }

    /** The person chose. What is believed of them afterwards, with all else that was known, is returned. */
    public Payer chose(PayRanking ranking, PayMethod chosen, Where where, Payer payer) {
        int place = ranking.methods().indexOf(chosen);
        if (place < 0 || ranking.shown().size() < 2) {
            return payer;
        }
        var before = tastes(where, payer);
        var after = before.after(new Choice(features.of(ranking.methods(), payer.last()), place));
        levels.moved(where.country(), payer.tastes(), after);
        return payer.believed(after);
    }

    /** A try to pay has ended. */
    public Payer ended(PayMethod method, boolean success, Where where, Payer payer) {
        reliability.ended(method, where.country(), success);
        return success ? payer.paidBy(method) : payer;
    }

    private Tastes tastes(Where where, Payer payer) {
        var known = payer.tastes();
        if (known != null) {
            return known;
        }
        levels.begin(where.country(), features.begin(usual.apply(where.country())));
        return levels.beginning(where.country());
    }

    private Shown row(PayMethod method, double chance, Where where, Payer payer) {
        int times = payer.times().getOrDefault(method, 0);
        double works = reliability.chance(method, where.country());
        return new Shown(method, chance, works, fees.of(method, where.amount()), Why.OTHER, times);
    }

    private static double score(Shown row, Where where) {
        var left = where.amount().minus(row.cost()).decimal().doubleValue();
        return row.chance() * row.works() * left;
    }

    /** What the person wants, or else the last that worked, comes first, unless it fails just now. */
    private void pin(List<Shown> rows, Payer payer) {
        for (int place = 1; place < rows.size(); place++) {
            var row = rows.get(place);
            if (row.method().equals(payer.pinned()) && !reliability.isDown(row.method())) {
                rows.add(0, rows.remove(place));
            }
        }
    }

    private List<Shown> explained(List<Shown> rows, Where where, Payer payer) {
        var habit = usual.apply(where.country());
        return rows.stream()
                .map(row -> because(
                        row,
                        row.method().equals(payer.wanted()) && !reliability.isDown(row.method())
                                ? Why.WANTED
                                : why(row, row == rows.getFirst(), habit)))
                .toList();
    }

    private Why why(Shown row, boolean first, List<String> habit) {
        if (reliability.isDown(row.method())) {
            return Why.OUT_OF_ORDER;
        }
        if (row.times() > 0) {
            return first ? Why.LAST_TIME : Why.USED_BEFORE;
        }
        if (!habit.isEmpty() && habit.getFirst().equals(row.method().id())) {
            return Why.USUAL_HERE;
        }
        return first ? Why.LIKELY : Why.OTHER;
    }

    private static Shown because(Shown row, Why why) {
        return new Shown(row.method(), row.chance(), row.works(), row.cost(), why, row.times());
    }

    /** Now and then two neighbours change places, never the pinned one: so it is found out what would be liked if it stood higher. */
    private static PayRanking explored(List<Shown> rows, Payer payer, RandomGenerator dice) {
        int from = !rows.isEmpty() && rows.getFirst().method().equals(payer.pinned()) ? 1 : 0;
        int pairs = rows.size() - 1 - from;
        if (pairs < 1) {
            return new PayRanking(rows, 1);
        }
        if (dice.nextDouble() >= EXPLORED) {
            return new PayRanking(rows, 1 - EXPLORED);
        }
        var other = new ArrayList<>(rows);
        int place = from + dice.nextInt(pairs);
        Collections.swap(other, place, place + 1);
        return new PayRanking(other, EXPLORED / pairs);
    }

    /** Somebody's tastes are known from before. */
    public void remember(String country, Tastes tastes) {
        levels.begin(country, features.begin(usual.apply(country)));
        levels.moved(country, null, tastes);
    }

    /** Somebody wants to be forgotten. @param tastes that were kept of them */
    public void forget(String country, Tastes tastes) {
        levels.forgotten(country, tastes);
    }
}
