package io.sampan.deliver.shipping;

import io.sampan.deliver.shipping.TransitTime.Way;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.outside.carrier.LineId;
import io.sampan.simulators.carrier.Transit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;

/** One line's parcels over a year and a half: each gets its window when it is handed over, by those that had arrived until then. */
public final class EtaProbe {
    private static final Instant BEGIN = Instant.parse("2025-06-01T00:00:00Z");
    private static final Duration ALL = Duration.ofDays(540);
    private static final Duration LEARNING = Duration.ofDays(90);
    private static final List<String> COUNTRIES =
            List.of("DE", "FR", "NL", "ES", "IT", "PL", "SE", "GB", "US", "CA", "AU", "NZ", "JP", "SG");

    private EtaProbe() {}

    /** @param days width of the windows on average; @param promisedDays of what the line promises */
    public record Covered(int parcels, int held, int early, double days, double promisedDays) {}

    private record Sent(TransitTime time, TransitModel.Window window) {}

    /** @param line of the simulated carrier, with the days that it promises */
    public static Covered run(String line, int least, int most, int parcels, long seed) {
        var random = new Random(seed);
        var model = new TransitModel();
        var underWay =
                new PriorityQueue<Sent>(Comparator.comparing(sent -> sent.time().deliveredAt()));
        int judged = 0;
        int held = 0;
        int early = 0;
        double width = 0;
        for (int i = 0; i < parcels; i++) {
            var at = BEGIN.plusSeconds(ALL.toSeconds() * i / parcels);
            while (!underWay.isEmpty() && underWay.peek().time().deliveredAt().isBefore(at)) {
                model.learn(underWay.poll().time());
            }
            // Some countries get many parcels, others few.
            int place = (int) (COUNTRIES.size() * Math.pow(random.nextDouble(), 2));
            var country = COUNTRIES.get(place);
            var way = new Way(new LineId(line.toLowerCase(Locale.ROOT)), country, least, most);
            var delivered = Transit.delivery(line, country, at, random.nextLong());
            var time = new TransitTime(new ParcelId(new UUID(seed, i)), way, at, delivered);
            var window = model.window(way);
            underWay.add(new Sent(time, window));
            if (at.isBefore(BEGIN.plus(LEARNING))) {
                continue;
            }
            judged++;
            double hours = time.took().toMinutes() / 60.0;
            held += window.holds(hours) ? 1 : 0;
            early += hours < window.from() ? 1 : 0;
            width += (window.to() - window.from()) / 24;
        }
        return new Covered(judged, held, early, width / judged, most - least);
    }
}
