package io.sampan.simulators.carrier;

import java.util.Map;
import java.util.Set;

/**
 * The two lines with their limits and prices, in CNY fen. Express bills the greater of actual weight and volume by 5000,
 * in steps of half a kilogram; economy bills grams as weighed, by volume (8000) only when an edge exceeds 60 cm.
 */
enum Line {
    EXPRESS(30_000, 1_200, 3_000, 3, 6),
    ECONOMY(30_000, 1_050, 2_000, 9, 16);

    /** Countries by price zone. */
    private static final Map<String, Integer> ZONES = zones();
    /** Countries whose economy delivery takes less than 30 kg. */
    private static final Set<String> LIGHT = Set.of("IT", "ES", "PT", "AU", "BR", "MX", "IN", "ZA");

    private static final int LIGHT_GRAMS = 20_000;
    private static final int EXPRESS_STEP_GRAMS = 500;
    private static final int ECONOMY_LEAST_GRAMS = 50;
    private static final int ECONOMY_EDGE_MM = 600;
    private static final int[] EXPRESS_FIRST = {8_200, 10_800, 11_800, 15_600};
    private static final int[] EXPRESS_MORE = {2_100, 3_300, 3_900, 5_800};
    private static final int[] ECONOMY_HANDLING = {1_600, 1_900, 2_100, 2_600};
    private static final int[] ECONOMY_PER_KG = {5_200, 7_600, 8_800, 11_200};
    private static final int FUEL_PERCENT = 12;
    private static final int DUTY_PREPAID_FEN = 3_000;
    private static final int BATTERY_FEN = 1_500;

    private final int grams;
    private final int edge;
    private final int girth;
    private final int fastestDays;
    private final int slowestDays;

    Line(int grams, int edge, int girth, int fastestDays, int slowestDays) {
        this.grams = grams;
        this.edge = edge;
        this.girth = girth;
        this.fastestDays = fastestDays;
        this.slowestDays = slowestDays;
    }

    static Line of(String code) {
        for (Line line : values()) {
            if (line.name().equals(code)) {
                return line;
            }
        }
        throw new Refusal("PRODUCT_NOT_FOUND", "logistics_product_code: EXPRESS or ECONOMY");
    }

    int fastestDays() {
        return fastestDays;
    }

    int slowestDays() {
        return slowestDays;
    }

    int edgeLimit() {
        return edge;
    }

    /** Longest edge plus twice the other two, in mm. */
    int girthLimit() {
        return girth;
    }

    int weightLimit(String country) {
        return this == ECONOMY && LIGHT.contains(country) ? LIGHT_GRAMS : grams;
    }

    static Set<String> countries() {
        return ZONES.keySet();
    }

    /** Refuses what the line does not carry. */
    void check(Consignment parcel) {
        String country = parcel.receiver().country();
        if (!ZONES.containsKey(country)) {
            throw new Refusal("COUNTRY_NOT_SERVED", this + " does not go to " + country);
        }
        if (parcel.grams() > weightLimit(country)) {
            throw new Refusal("OVERWEIGHT", this + " takes at most " + weightLimit(country) + " g to " + country);
        }
        Size size = parcel.size();
        if (size.longest() > edge || size.girth() > girth) {
            throw new Refusal(
                    "OVERSIZE", this + " takes edges to " + edge + " mm and length with girth to " + girth + " mm");
        }
        if (parcel.battery() == Battery.PURE || this == ECONOMY && parcel.battery() != Battery.NONE) {
            throw new Refusal("PROHIBITED", this + " does not carry batteries: " + parcel.battery());
        }
    }

    /** What the shipment costs, in fen. */
    long freight(Consignment parcel) {
        int zone = ZONES.getOrDefault(parcel.receiver().country(), EXPRESS_FIRST.length - 1);
        int billed = billedGrams(parcel);
        long base = switch (this) {
            case EXPRESS -> {
                int steps = billed / EXPRESS_STEP_GRAMS;
                long carried = EXPRESS_FIRST[zone] + (long) (steps - 1) * EXPRESS_MORE[zone];
                yield carried + (carried * FUEL_PERCENT + 50) / 100;
            }
            case ECONOMY -> ECONOMY_HANDLING[zone] + ((long) billed * ECONOMY_PER_KG[zone] + 500) / 1_000;
        };
        return base
                + (parcel.dutyPrepaid() ? DUTY_PREPAID_FEN : 0)
                + (parcel.battery() == Battery.NONE ? 0 : BATTERY_FEN);
    }

    /** The weight that is paid for, in grams. */
    int billedGrams(Consignment parcel) {
        Size size = parcel.size();
        return switch (this) {
            case EXPRESS -> {
                int weight = Math.max(parcel.grams(), size.volumetricGrams(5_000));
                yield (weight + EXPRESS_STEP_GRAMS - 1) / EXPRESS_STEP_GRAMS * EXPRESS_STEP_GRAMS;
            }
            case ECONOMY -> {
                int bulky = size.longest() > ECONOMY_EDGE_MM ? size.volumetricGrams(8_000) : 0;
                yield Math.max(ECONOMY_LEAST_GRAMS, Math.max(parcel.grams(), bulky));
            }
        };
    }

    private static Map<String, Integer> zones() {
        var zones = new java.util.TreeMap<String, Integer>();
        String[] byZone = {
            "HK MO TW JP KR SG MY TH VN PH",
            "US CA GB AU NZ IL AE",
            "DE FR NL BE AT ES IT PT PL SE NO FI DK CH IE CZ SK HU RO GR LU SI HR EE LV LT BG MT CY",
            "BR MX CL CO PE TR SA IN ZA KE NG"
        };
        for (int zone = 0; zone < byZone.length; zone++) {
            for (String country : byZone[zone].split(" ", -1)) {
                zones.put(country, zone);
            }
        }
        return zones;
    }
}
