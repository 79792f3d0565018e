package io.sampan.outside.carrier;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** How a number's last digit follows from the others. Source: docs/sources/carrier.md "Numbers". */
@FunctionalInterface
interface CheckDigit {
    /** Whether a serial, without blanks, has this check digit. Neither is empty. */
    boolean holds(String serial, String digit);

    /** @param words such as {@code mod10 2 1 reverse}; none for numbers that have no check digit */
    static CheckDigit of(List<String> words) {
        return words.isEmpty()
                ? (serial, digit) -> true
                : switch (words.getFirst()) {
                    case "mod10" ->
                        mod10(
                                Integer.parseInt(words.get(1)),
                                Integer.parseInt(words.get(2)),
                                words.contains("reverse"));
                    case "mod7" -> digits((serial, digit) -> Long.parseLong(serial) % 7 == Long.parseLong(digit));
                    case "luhn" -> digits((serial, digit) -> luhn(serial) == digit.charAt(0) - '0');
                    case "mod37" -> (serial, digit) -> mod37(serial) == digit.charAt(0);
                    case "weights" ->
                        weights(
                                Arrays.stream(words.get(1).split(","))
                                        .mapToInt(Integer::parseInt)
                                        .toArray(),
                                Integer.parseInt(words.get(2)),
                                Integer.parseInt(words.get(3)));
                    case "s10" ->
                        digits((serial, digit) ->
                                serial.length() == 8 && S10.checkDigit(serial) == digit.charAt(0) - '0');
                    default -> throw new IllegalArgumentException("No check digit is called " + words.getFirst());
                };
    }

    /** Each digit at an odd or an even place, from 0, counts so many times; the check digit makes the sum whole tens. */
    private static CheckDigit mod10(int odds, int evens, boolean reverse) {
        return (serial, digit) -> {
            var ordered = reverse ? new StringBuilder(serial).reverse().toString() : serial;
            int sum = 0;
            for (int i = 0; i < ordered.length(); i++) {
                sum += value(ordered.charAt(i)) * (i % 2 == 1 ? odds : evens);
            }
            return Math.floorMod(-sum, 10) == digit.charAt(0) - '0';
        };
    }

    private static int value(char sign) {
        return Character.isDigit(sign) ? sign - '0' : (sign - 3) % 10;
    }

    private static int luhn(String serial) {
        int sum = 0;
        for (int i = 0; i < serial.length(); i++) {
            int digit = serial.charAt(serial.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? 2 * digit : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return Math.floorMod(-sum, 10);
    }

    /** ISO 7064 MOD 37,36. */
    private static char mod37(String serial) {
        int rest = 36;
        for (int i = 0; i < serial.length(); i++) {
            rest += Character.digit(serial.charAt(i), 36);
            rest = rest > 36 ? rest - 36 : rest;
            rest *= 2;
            rest = rest > 36 ? rest - 37 : rest;
        }
        int check = 37 - rest;
        return Character.toUpperCase(Character.forDigit(check == 36 ? 0 : check, 36));
    }

    private static CheckDigit weights(int[] weights, int first, int second) {
        return digits((serial, digit) -> {
            int sum = 0;
            for (int i = 0; i < Math.min(weights.length, serial.length()); i++) {
                sum += weights[i] * (serial.charAt(i) - '0');
            }
            return sum % first % second == digit.charAt(0) - '0';
        });
    }

    /** Refuses what is no digit before it is reckoned with. */
    private static CheckDigit digits(CheckDigit check) {
        IntPredicate isDigit = sign -> sign >= '0' && sign <= '9';
        return (serial, digit) -> (serial + digit).chars().allMatch(isDigit) && check.holds(serial, digit);
    }
}
