package io.sampan.bench.shipchoice;

import io.sampan.buy.shipchoice.ShipOption;
import io.sampan.outside.carrier.LineId;
import java.util.List;
import java.util.Random;

/** What lines ask for a parcel, in the shape of those in the facts: express, postal, direct, economy and sea, not all of them every time. */
final class Offers {
    /** @param first CNY fen for the first half kilogram; @param more for each further one */
    private record Kind(String name, int first, int more, int least, int most, boolean prepaid, double offered) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("express", 12_000, 4_500, 4, 8, true, 0.95),
            new Kind("priority", 8_500, 3_600, 6, 11, true, 0.7),
            new Kind("ems", 9_000, 3_000, 8, 15, false, 0.8),
            new Kind("direct", 5_500, 3_000, 9, 14, true, 0.75),
            new Kind("economy", 4_200, 2_200, 12, 25, true, 0.9),
            new Kind("packet", 3_000, 2_600, 14, 32, false, 0.6),
            new Kind("sea", 3_800, 700, 35, 60, true, 0.45));

    private static final int LEAST = 2;
    private static final double TAX = 0.19;

    private Offers() {}

    static List<ShipOption> some(Random random) {
        int halfKilograms = 1 + (int) (Math.exp(0.9 + 0.7 * random.nextGaussian()));
        double goods = 20_000 * Math.exp(0.7 * random.nextGaussian());
        while (true) {
            var some = KINDS.stream()
                    .filter(kind -> random.nextDouble() < kind.offered())
                    .map(kind -> option(kind, halfKilograms, goods, random))
                    .toList();
            if (some.size() >= LEAST) {
                return some;
            }
        }
    }

    private static ShipOption option(Kind kind, int halfKilograms, double goods, Random random) {
        double freight = (kind.first() + kind.more() * (halfKilograms - 1.0)) * (0.9 + 0.2 * random.nextDouble());
        long fen = Math.round(goods + freight + TAX * (goods + freight));
        return new ShipOption(
                new LineId(kind.name()),
                fen,
                kind.least() + random.nextInt(2),
                kind.most() + random.nextInt(3),
                kind.prepaid());
    }
}
