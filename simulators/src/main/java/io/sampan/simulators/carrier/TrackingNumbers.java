package io.sampan.simulators.carrier;

/** Numbers as the two lines print them: S10 for economy, YT and sixteen digits for express. */
final class TrackingNumbers {
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final long FIRST_ECONOMY = 47_312_400L;
    private static final long FIRST_EXPRESS = 2_611_220_000_000_100L;
    private static final long EXPRESS_STEP = 37;

    private TrackingNumbers() {}

    /** S10 with its check digit: weights 8 6 4 2 3 5 9 7, sum modulo 11; remainder 1 gives 0, remainder 0 gives 5. */
    static String s10(String service, long serial, String country) {
        String digits = "%08d".formatted(serial);
        return service + digits + checkDigit(digits) + country;
    }

    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        int remainder = sum % 11;
        return remainder == 0 ? 5 : remainder == 1 ? 0 : 11 - remainder;
    }

    /** The number of the nth parcel of a line. */
    static String nth(Line line, int n) {
        return switch (line) {
            case ECONOMY -> s10("LZ", (FIRST_ECONOMY + n) % 100_000_000L, "CN");
            case EXPRESS -> "YT%016d".formatted(FIRST_EXPRESS + n * EXPRESS_STEP);
        };
    }
}
