package io.sampan.bench.paychoice;

import io.sampan.buy.paychoice.PayChooser;
import io.sampan.buy.paychoice.PayChooser.Where;
import io.sampan.buy.paychoice.PayRanking;
import io.sampan.buy.paychoice.Payer;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.outside.gateway.PayMethods;
import io.sampan.outside.gateway.PayMethods.Device;
import io.sampan.outside.gateway.PayMethods.Situation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The shop ranks ways to pay for the hidden population, and learns from nothing but what they press and how it ends. */
public final class PayChoiceRun {
    private static final int MOST_VISITS = 14;
    /** Of so many visits one is shown in no order at all: only there it is counted who foretold it, or the order shown would help its maker. */
    private static final int JUDGED = 4;
    /** Before this share of all visits nobody is judged. */
    private static final double BEGINNING = 0.15;

    private static final Map<String, String> CURRENCY = Map.of("PL", "PLN", "GB", "GBP", "US", "USD");
    private static final double BROKEN = 0.15;

    private final PayMethods methods;
    private final PayChooser chooser;
    private final Random random;
    private final Map<HiddenShopper, Payer> known = new HashMap<>();
    private final Map<String, Map<PayMethod, Integer>> countries = new HashMap<>();
    private final Map<PayMethod, Double> works = new HashMap<>();
    private final Foretold learner = new Foretold();
    private final Foretold newcomers = new Foretold();
    private final Foretold newcomersByFrequency = new Foretold();
    private final Foretold inYuan = new Foretold();
    private final Foretold inYuanByFrequency = new Foretold();
    private final Foretold frequency = new Foretold();
    private final Foretold prior = new Foretold();
    private final Foretold oracle = new Foretold();
    private int failures;
    private int tries;

    /** @param methods with all gateways there */
    public PayChoiceRun(PayMethods methods, PayChooser chooser, Random random) {
        this.methods = methods;
        this.chooser = chooser;
        this.random = random;
    }

    /** Lets so many people come again and again. */
    public void live(int people, List<PayMethod> all) {
        all.forEach(method -> works.put(method, 0.86 + random.nextDouble() * 0.12));
        var population = new HiddenPopulation(random).of(people, all, methods::usual);
        var visits = new ArrayList<HiddenShopper>();
        for (var shopper : population) {
            int times = 2 + random.nextInt(MOST_VISITS - 1);
            for (int time = 0; time < times; time++) {
                visits.add(shopper);
            }
        }
        Collections.shuffle(visits, random);
        for (int visit = 0; visit < visits.size(); visit++) {
            visit(visits.get(visit), visit > visits.size() * BEGINNING);
        }
    }

    private void visit(HiddenShopper shopper, boolean judged) {
        var where = where(shopper);
        var offered = methods.eligible(new Situation(where.country(), where.amount(), Device.DESK));
        if (offered.size() < 2) {
            return;
        }
        var payer = known.getOrDefault(shopper, Payer.UNKNOWN);
        var ranking = chooser.rank(offered, where, payer, random);
        boolean atRandom = random.nextInt(JUDGED) == 0;
        if (atRandom) {
            ranking = shuffled(ranking);
        }
        var chosen = shopper.chooses(ranking.methods(), random);
        if (judged && atRandom) {
            judge(shopper, offered, where, payer, chosen);
        }
        payer = chooser.chose(ranking, chosen, where, payer);
        payer = tries(shopper, chosen, where, payer);
        known.put(shopper, payer);
        countries.computeIfAbsent(group(shopper), name -> new HashMap<>()).merge(chosen, 1, Integer::sum);
    }

    private Payer tries(HiddenShopper shopper, PayMethod chosen, Where where, Payer payer) {
        boolean success = random.nextDouble() < works.getOrDefault(chosen, 0.9);
        tries++;
        failures += success ? 0 : 1;
        if (success) {
            shopper.paidBy(chosen);
        }
        return chooser.ended(chosen, success, where, payer);
    }

    private void judge(HiddenShopper shopper, List<PayMethod> offered, Where where, Payer payer, PayMethod chosen) {
        // Asked once more, without exploration.
        var ranking = chooser.rank(offered, where, payer, new Random(0) {
            private static final long serialVersionUID = 1;

            @Override
            public double nextDouble() {
                return 1;
            }
        });
        var likeliest = ranking.shown().stream()
                .max(Comparator.comparingDouble(PayRanking.Shown::chance))
                .orElseThrow();
        double chance = ranking.shown().stream()
                .filter(row -> row.method().equals(chosen))
                .mapToDouble(PayRanking.Shown::chance)
                .sum();
        boolean hit = ranking.methods().getFirst().equals(chosen);
        learner.add(hit, chance, likeliest.chance(), likeliest.method().equals(chosen));
        boolean mostUsed = mostUsed(shopper, payer, offered).equals(chosen);
        if (payer.times().isEmpty()) {
            newcomers.add(hit);
            newcomersByFrequency.add(mostUsed);
        }
        if (where.amount().currency().equals(Money.CNY)) {
            inYuan.add(hit);
            inYuanByFrequency.add(mostUsed);
        }
        frequency.add(mostUsed);
        prior.add(offered.getFirst().equals(chosen));
        oracle.add(shopper.favourite(offered).equals(chosen));
    }

    /** What the person used most; of somebody new, what their country's people used most so far. */
    private PayMethod mostUsed(HiddenShopper shopper, Payer payer, List<PayMethod> offered) {
        var here = countries.getOrDefault(group(shopper), Map.of());
        return offered.stream()
                .max(Comparator.<PayMethod>comparingInt(method -> payer.times().getOrDefault(method, 0))
                        .thenComparingInt(method -> here.getOrDefault(method, 0)))
                .orElseThrow();
    }

    private static String group(HiddenShopper shopper) {
        return shopper.country() + shopper.isPayingInYuan();
    }

    private PayRanking shuffled(PayRanking ranking) {
        var rows = new ArrayList<>(ranking.shown());
        Collections.shuffle(rows, random);
        return new PayRanking(rows, 1);
    }

    private Where where(HiddenShopper shopper) {
        long minor = 1_500 + random.nextInt(30_000);
        var currency = shopper.isPayingInYuan() ? "CNY" : CURRENCY.getOrDefault(shopper.country(), "EUR");
        return new Where(shopper.country(), Money.of(minor, currency));
    }

    /** One rail after the other breaks down: how many tries at it until that is noticed, at most. */
    public int triesToNoticeAnOutage(List<PayMethod> all) {
        int most = 0;
        for (var method : all) {
            int tried = 0;
            while (!chooser.reliability().isDown(method) && tried < 1_000) {
                tried++;
                chooser.reliability().ended(method, "DE", random.nextDouble() < BROKEN);
            }
            most = Math.max(most, tried);
        }
        return most;
    }

    /** How many methods were believed to be out of order while all worked as usual. */
    public long falseAlarms(List<PayMethod> all) {
        return all.stream().filter(chooser.reliability()::isDown).count();
    }

    public Foretold learner() {
        return learner;
    }

    /** Of somebody who has not paid yet: by the learner, and by what their country used most so far. */
    public List<Foretold> newcomers() {
        return List.of(newcomers, newcomersByFrequency);
    }

    /** Of people who pay in yuan, who are few in each country: the same two. */
    public List<Foretold> inYuan() {
        return List.of(inYuan, inYuanByFrequency);
    }

    public Foretold frequency() {
        return frequency;
    }

    public Foretold prior() {
        return prior;
    }

    public Foretold oracle() {
        return oracle;
    }

    /** Share of tries that failed. */
    public double failed() {
        return (double) failures / tries;
    }
}
