package io.sampan.outside.carrier;

import java.util.Locale;
import java.util.Set;

/** Postal tracking numbers: two letters, eight digits, a check digit, the country of origin. Source: UPU standard S10. */
public final class S10 {
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final int MODULUS = 11;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private S10() {}

    /** Whether the number has the shape, a right check digit and a country that exists. */
    public static boolean isValid(String number) {
        return number.matches("[A-Z]{2}\\d{9}[A-Z]{2}")
                && COUNTRIES.contains(number.substring(11))
                && checkDigit(number.substring(2, 10)) == number.charAt(10) - '0';
    }

    /** The check digit of eight digits. */
    public static int checkDigit(String serial) {
        if (!serial.matches("\\d{8}")) {
            throw new IllegalArgumentException("Not eight digits: " + serial);
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (serial.charAt(i) - '0') * WEIGHTS[i];
        }
        int remainder = sum % MODULUS;
        return remainder == 0 ? 5 : remainder == 1 ? 0 : MODULUS - remainder;
    }
}
