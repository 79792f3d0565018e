package io.sampan.outside.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ten thousand random tariffs, priced once more by whoever reads their words alone: in yuan and kilograms, step by step, in decimals. */
class TariffReferenceTest {
    private static final int TARIFFS = 10_000;
    private static final int WEIGHTS = 12;

    @Test
    void bothAgreeToTheFen() {
        var random = new Random(20_261_128);
        int priced = 0;
        for (int i = 0; i < TARIFFS; i++) {
            var text = tariff(random);
            var tariff = Tariff.parse(text);
            for (int w = 0; w < WEIGHTS; w++) {
                int grams = w < 4 ? 500 * (1 + random.nextInt(60)) + w - 1 : 1 + random.nextInt(30_000);
                var ours = tariff.price(grams)
                        .map(steps -> steps.stream()
                                .mapToLong(step -> step.amount().minor())
                                .sum());
                assertThat(ours).as("%s at %d g", text, grams).isEqualTo(reference(text, grams));
                priced += ours.isPresent() ? 1 : 0;
            }
        }
        assertThat(priced).isGreaterThan(TARIFFS);
    }

    private static String tariff(Random random) {
        var terms = new ArrayList<String>();
        if (random.nextBoolean()) {
            terms.add("flat " + yuan(random, 40));
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                terms.add("first " + 100 * (1 + random.nextInt(20)) + " " + yuan(random, 200));
                terms.add("each " + 100 * (1 + random.nextInt(10)) + " " + yuan(random, 90));
            }
            case 1 -> {
                int end = 1_000 * (1 + random.nextInt(25));
                terms.add("each 500 " + yuan(random, 60) + " to " + end);
                terms.add("each 1000 " + yuan(random, 60));
            }
            case 2 -> terms.addAll(brackets(random, "kilo "));
            default -> terms.addAll(brackets(random, "whole " + (100 << random.nextInt(4)) + " "));
        }
        if (random.nextInt(3) == 0) {
            terms.add("least " + yuan(random, 300));
        }
        return String.join(" + ", terms);
    }

    private static List<String> brackets(Random random, String term) {
        var terms = new ArrayList<String>();
        int above = 0;
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            boolean open = i == count - 1 && random.nextBoolean();
            int end = above + 500 * (1 + random.nextInt(20));
            terms.add(term + yuan(random, 120) + (above == 0 ? "" : " above " + above) + (open ? "" : " to " + end));
            above = end;
        }
        return terms;
    }

    private static String yuan(Random random, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(100 * most), 2).toPlainString();
    }

    /** By docs/sources/carrier.md "Tariffs" alone. */
    private static Optional<Long> reference(String text, int grams) {
        var sum = BigDecimal.ZERO;
        var rest = BigDecimal.valueOf(grams);
        boolean whole = false;
        for (var term : text.split(" \\+ ")) {
            var words = term.split(" ");
            var above = number(words, "above", BigDecimal.ZERO);
            var upTo = number(words, "to", BigDecimal.valueOf(Long.MAX_VALUE));
            var all = BigDecimal.valueOf(grams);
            boolean within = all.compareTo(above) > 0 && all.compareTo(upTo) <= 0;
            switch (words[0]) {
                case "flat" -> sum = sum.add(new BigDecimal(words[1]));
                case "least" -> sum = sum.max(new BigDecimal(words[1]));
                case "first" -> {
                    sum = sum.add(new BigDecimal(words[2]));
                    rest = rest.subtract(new BigDecimal(words[1])).max(BigDecimal.ZERO);
                }
                case "each" -> {
                    var end = all.min(upTo);
                    var here = end.subtract(all.subtract(rest)).max(BigDecimal.ZERO);
                    sum = sum.add(steps(here, words[1]).multiply(new BigDecimal(words[2])));
                    rest = rest.subtract(here);
                }
                case "kilo" -> {
                    sum = within
                            ? sum.add(new BigDecimal(words[1])
                                    .multiply(all.movePointLeft(3))
                                    .setScale(2, RoundingMode.HALF_UP))
                            : sum;
                    whole |= within;
                }
                default -> {
                    sum = within ? sum.add(steps(all, words[1]).multiply(new BigDecimal(words[2]))) : sum;
                    whole |= within;
                }
            }
        }
        return whole || rest.signum() == 0 ? Optional.of(sum.movePointRight(2).longValueExact()) : Optional.empty();
    }

    private static BigDecimal steps(BigDecimal grams, String step) {
        BigInteger[] parts = grams.toBigIntegerExact().divideAndRemainder(new BigInteger(step));
        return new BigDecimal(parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE));
    }

    private static BigDecimal number(String[] words, String name, BigDecimal otherwise) {
        int at = List.of(words).indexOf(name);
        return at < 0 ? otherwise : new BigDecimal(words[at + 1]);
    }
}
