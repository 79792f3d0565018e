package io.sampan.bench.paychoice;

import io.sampan.outside.gateway.PayMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Ten thousand of them. A country's people differ from what reports say of it, each person differs from their country, and some live abroad and pay as at
 * home. None of this is in a form that the shop's learner has.
 */
final class HiddenPopulation {
    /** Where they live, and how many of a hundred. */
    private static final Map<String, Integer> LIVES =
            Map.of("DE", 26, "NL", 14, "PL", 10, "BE", 8, "FR", 14, "GB", 12, "AT", 6, "US", 10);

    private static final double YUAN = 0.06;
    private static final double REPORT = -0.55;
    private static final double COUNTRY_DIFFERS = 0.9;
    private static final double PERSON_DIFFERS = 1.3;
    /** Some people like all of one kind: wallets, cards, banks. */
    private static final double KIND_DIFFERS = 0.7;

    private final Random random;
    private final Map<String, Map<PayMethod, Double>> countries = new HashMap<>();

    HiddenPopulation(Random random) {
        this.random = random;
    }

    List<HiddenShopper> of(int people, List<PayMethod> methods, Function<String, List<String>> usual) {
        var all = new ArrayList<HiddenShopper>();
        for (int person = 0; person < people; person++) {
            var country = country();
            var base = countries.computeIfAbsent(country, name -> base(methods, usual.apply(name)));
            boolean yuan = random.nextDouble() < YUAN;
            var kinds = new HashMap<String, Double>();
            var worth = new HashMap<PayMethod, Double>();
            for (var method : methods) {
                double kind = kinds.computeIfAbsent(kind(method), name -> random.nextGaussian() * KIND_DIFFERS);
                worth.put(method, base.getOrDefault(method, 0.0) + kind + random.nextGaussian() * PERSON_DIFFERS);
            }
            all.add(new HiddenShopper(
                    new HiddenShopper.Home(country, yuan),
                    worth,
                    0.4 + random.nextDouble() * 1.2,
                    random.nextDouble() * 0.6));
        }
        return all;
    }

    private Map<PayMethod, Double> base(List<PayMethod> methods, List<String> usual) {
        var base = new HashMap<PayMethod, Double>();
        for (var method : methods) {
            int place = usual.indexOf(method.id());
            double reported = REPORT * (place < 0 ? usual.size() + 1 : place);
            base.put(method, reported + random.nextGaussian() * COUNTRY_DIFFERS);
        }
        return base;
    }

    private String country() {
        int at = random.nextInt(100);
        for (var entry : new TreeMap<>(LIVES).entrySet()) {
            at -= entry.getValue();
            if (at < 0) {
                return entry.getKey();
            }
        }
        return "DE";
    }

    private static String kind(PayMethod method) {
        return switch (method.code()) {
            case "card" -> "card";
            case "wallet", "page", "native", "mb_way", "twint" -> "wallet";
            case "klarna" -> "later";
            default -> "bank";
        };
    }
}
