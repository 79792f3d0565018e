package io.sampan.simulators.carrier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Random;

/**
 * How long parcels take, within the days that a line promises. Some countries are quicker than others by the same line, customs look at a few
 * parcels, and before Christmas everything takes longer. The carrier tells nobody of this.
 */
public final class Transit {
    private static final MonthDay PEAK_FROM = MonthDay.of(11, 15);
    private static final double SPREAD = 0.13;
    private static final double PEAK = 0.16;
    private static final double CUSTOMS = 0.3;
    private static final double LOOKED_AT = 0.05;

    private Transit() {}

    /** The moment of delivery of one parcel of a line, drawn by this seed. @param line EXPRESS or ECONOMY */
    public static Instant delivery(String line, String country, Instant handedOver, long seed) {
        return delivery(Line.of(line), country, ZoneId.of("UTC"), handedOver, new Random(seed));
    }

    /** Between nine and eighteen o'clock at the receiver's, between the line's fastest and slowest day. */
    static Instant delivery(Line line, String country, ZoneId zone, Instant from, Random random) {
        Instant earliest = from.plus(Duration.ofDays(line.fastestDays()));
        Instant latest = from.plus(Duration.ofDays(line.slowestDays()));
        long span = Duration.between(earliest, latest).toSeconds();
        LocalDate day = earliest.plusSeconds((long) (share(line, country, from, random) * span))
                .atZone(zone)
                .toLocalDate();
        LocalTime time = LocalTime.of(9 + random.nextInt(9), random.nextInt(60));
        Instant at = day.atTime(time).atZone(zone).toInstant();
        if (at.isBefore(earliest)) {
            return day.plusDays(1).atTime(time).atZone(zone).toInstant();
        }
        return at.isAfter(latest) ? day.minusDays(1).atTime(time).atZone(zone).toInstant() : at;
    }

    /** How much of the time between the fastest and the slowest day it takes: 0 to 1. */
    private static double share(Line line, String country, Instant from, Random random) {
        double usual = 0.2 + 0.35 * new Random(31L * line.ordinal() + country.hashCode()).nextDouble();
        var day = MonthDay.from(from.atZone(ZoneId.of("UTC")));
        double peak = day.isAfter(PEAK_FROM) ? PEAK : 0;
        double customs = random.nextDouble() < LOOKED_AT ? CUSTOMS : 0;
        return Math.clamp(usual + peak + customs + SPREAD * random.nextGaussian(), 0, 0.999);
    }
}
