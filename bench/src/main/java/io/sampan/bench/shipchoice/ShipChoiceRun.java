package io.sampan.bench.shipchoice;

import io.sampan.buy.shipchoice.Pace;
import io.sampan.buy.shipchoice.ShipChooser;
import io.sampan.buy.shipchoice.ShipOption;
import io.sampan.buy.shipchoice.Shipper;
import io.sampan.outside.carrier.LineId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The shop ranks ways to the door for the hidden population, and learns from nothing but what they say and choose. */
public final class ShipChoiceRun {
    private static final int MOST_ORDERS = 14;
    /** Of so many orders one is shown in no order at all: only there it is counted who foretold it, or the order shown would help its maker. */
    private static final int JUDGED = 4;
    /** Before this share of all orders nobody is judged. */
    private static final double BEGINNING = 0.15;

    private static final List<String> COUNTRIES = List.of("DE", "FR", "NL", "GB", "US", "AU", "PL", "JP");

    private final ShipChooser chooser = new ShipChooser();
    private final Random random;
    private final Map<Recipient, Shipper> known = new HashMap<>();
    private final Map<Recipient, Map<LineId, Integer>> used = new HashMap<>();
    private final Map<String, Map<LineId, Integer>> usedIn = new HashMap<>();
    private final Map<String, Guesser> guessers = new HashMap<>();

    public ShipChoiceRun(long seed) {
        this.random = new Random(seed);
    }

    /** How somebody who foretells did. @param regretFen what following them costs a person beyond their best way, on average */
    public record Score(double top1, double regretFen, int orders) {}

    private static final class Guesser {
        int orders;
        int hits;
        double regret;

        void add(ShipOption first, ShipOption chosen, double regretted) {
            orders++;
            hits += first.equals(chosen) ? 1 : 0;
            regret += regretted;
        }
    }

    /** @return of {@code learner}, {@code cheapest}, {@code fastest}, {@code frequency} and {@code oracle}, who knows all but chance */
    public Map<String, Score> live(int people) {
        var richer = new HashMap<String, Double>();
        COUNTRIES.forEach(country -> richer.put(country, 0.4 * random.nextGaussian()));
        var orders = new ArrayList<Recipient>();
        for (int person = 0; person < people; person++) {
            var country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
            var one = Recipient.of(country, richer.getOrDefault(country, 0.0), random);
            orders.addAll(Collections.nCopies(1 + random.nextInt(MOST_ORDERS), one));
        }
        Collections.shuffle(orders, random);
        for (int order = 0; order < orders.size(); order++) {
            order(orders.get(order), order > orders.size() * BEGINNING);
        }
        var scores = new HashMap<String, Score>();
        guessers.forEach((name, one) ->
                scores.put(name, new Score((double) one.hits / one.orders, one.regret / one.orders, one.orders)));
        return scores;
    }

    private void order(Recipient person, boolean judged) {
        var offered = Offers.some(random);
        var shipper = known.computeIfAbsent(person, this::begin);
        var ranked = chooser.rank(offered, person.country(), shipper).options();
        boolean atRandom = random.nextInt(JUDGED) == 0;
        var shown = new ArrayList<>(ranked);
        if (atRandom) {
            Collections.shuffle(shown, random);
        }
        double hurry = person.hurry(random);
        var chosen = person.chooses(shown, hurry, random);
        if (judged && atRandom) {
            judge("learner", ranked.getFirst(), chosen, person, offered);
            judge("cheapest", min(offered, Comparator.comparingLong(ShipOption::fen)), chosen, person, offered);
            judge("fastest", min(offered, Comparator.comparingInt(ShipOption::mostDays)), chosen, person, offered);
            judge("frequency", mostUsed(person, offered), chosen, person, offered);
            judge("oracle", person.best(offered, 1), chosen, person, offered);
        }
        known.put(person, chooser.chose(shown, chosen.line(), person.country(), shipper));
        used.computeIfAbsent(person, _ -> new HashMap<>()).merge(chosen.line(), 1, Integer::sum);
        usedIn.computeIfAbsent(person.country(), _ -> new HashMap<>()).merge(chosen.line(), 1, Integer::sum);
    }

    private Shipper begin(Recipient person) {
        return person.says() == Pace.BALANCED
                ? Shipper.UNKNOWN
                : chooser.said(person.says(), person.country(), Shipper.UNKNOWN);
    }

    private void judge(String who, ShipOption first, ShipOption chosen, Recipient person, List<ShipOption> offered) {
        double regretted = person.burden(first, 1) - person.burden(person.best(offered, 1), 1);
        guessers.computeIfAbsent(who, _ -> new Guesser()).add(first, chosen, regretted);
    }

    /** What the person used most; of somebody new, what their country's people used most so far. */
    private ShipOption mostUsed(Recipient person, List<ShipOption> offered) {
        var own = used.getOrDefault(person, Map.of());
        var here = usedIn.getOrDefault(person.country(), Map.of());
        return offered.stream()
                .max(Comparator.<ShipOption>comparingInt(option -> own.getOrDefault(option.line(), 0))
                        .thenComparingInt(option -> here.getOrDefault(option.line(), 0)))
                .orElseThrow();
    }

    private static ShipOption min(List<ShipOption> offered, Comparator<ShipOption> by) {
        return offered.stream().min(by).orElseThrow();
    }
}
