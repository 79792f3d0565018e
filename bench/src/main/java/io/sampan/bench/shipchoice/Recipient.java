package io.sampan.bench.shipchoice;

import io.sampan.buy.shipchoice.Pace;
import io.sampan.buy.shipchoice.ShipOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * One of the hidden population: what a day, a doubt and a bill at the door are worth to them in money, how carefully they look, and whether they
 * have a day by which things must be there. Only what they say of themselves, often wrongly, and what they choose can be seen.
 */
final class Recipient {
    private static final double HURRIED_ORDERS = 0.12;

    private final String country;
    private final double fenOfADay;
    private final double fenOfADoubt;
    private final double fenOfADoor;
    private final double care;
    private final Pace says;

    private Recipient(String country, double day, double doubt, double door, double care, Pace says) {
        this.country = country;
        this.fenOfADay = day;
        this.fenOfADoubt = doubt;
        this.fenOfADoor = door;
        this.care = care;
        this.says = says;
    }

    /** @param richer how much more a day is worth in their country than elsewhere, in logarithms */
    static Recipient of(String country, double richer, Random random) {
        // Many save whatever it takes, some pay for days, a few do not look at money at all.
        double kind = random.nextDouble();
        double usual = kind < 0.45 ? 110 : kind < 0.85 ? 420 : 1_500;
        double day = usual * Math.exp(richer + 0.5 * random.nextGaussian());
        double word = Math.log(day / 380) + 0.7 * random.nextGaussian();
        var says = random.nextDouble() < 0.35 ? said(word) : Pace.BALANCED;
        return new Recipient(
                country,
                day,
                day * (0.1 + 0.5 * random.nextDouble()),
                2_000 * Math.exp(0.8 * random.nextGaussian()),
                Math.exp(0.4 * random.nextGaussian()) / 900,
                says);
    }

    private static Pace said(double word) {
        int step = (int) Math.clamp(Math.round(word * 1.1), -2, 2);
        return Pace.values()[2 + step];
    }

    String country() {
        return country;
    }

    Pace says() {
        return says;
    }

    /** What an option costs them in all, in fen. @param hurry how much more a day is worth to them this time */
    double burden(ShipOption option, double hurry) {
        return option.fen()
                + hurry * fenOfADay * (0.7 * option.mostDays() + 0.3 * option.leastDays())
                + fenOfADoubt * option.doubtDays()
                + (option.prepaid() ? 0 : fenOfADoor);
    }

    double hurry(Random random) {
        return random.nextDouble() < HURRIED_ORDERS ? 3 + 3 * random.nextDouble() : 1;
    }

    /** They look from the top and are not always careful; the one that is chosen already is a little easier to keep. */
    ShipOption chooses(List<ShipOption> shown, double hurry, Random random) {
        ShipOption best = shown.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (int place = 0; place < shown.size(); place++) {
            double seen = -care * burden(shown.get(place), hurry) - 0.1 * place + gumbel(random);
            if (seen > most) {
                most = seen;
                best = shown.get(place);
            }
        }
        return best;
    }

    /** The best for them as they are on most days. */
    ShipOption best(List<ShipOption> offered, double hurry) {
        return offered.stream()
                .min(Comparator.comparingDouble(option -> burden(option, hurry)))
                .orElseThrow();
    }

    private static double gumbel(Random random) {
        return -Math.log(-Math.log(random.nextDouble()));
    }
}
