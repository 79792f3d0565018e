package io.sampan.outside.carrier;

import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Freight.Step;
import io.sampan.outside.carrier.Freight.Step.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a billed weight costs, as a sum of terms joined by {@code +}; weights in grams, amounts in yuan with two decimals:
 * <ul>
 *   <li>{@code flat A}: always A
 *   <li>{@code first W A}: A for the first W grams
 *   <li>{@code each S A [to W]}: A for every started S grams above what earlier terms cover, up to W in all
 *   <li>{@code kilo A [above V] [to W]}: A a kilogram, by the gram, rounded half up to the fen, if the weight is above V and at most W
 *   <li>{@code whole S A [above V] [to W]}: A for every started S grams of the whole weight, if it is above V and at most W
 *   <li>{@code least A}: the terms before it come to A at least
 * </ul>
 * A weight that no term covers has no price. All arithmetic is in whole grams and fen.
 */
record Tariff(List<Term> terms) {
    private static final int NO_END = Integer.MAX_VALUE;

    Tariff {
        terms = List.copyOf(terms);
    }

    enum Shape {
        FLAT,
        FIRST,
        EACH,
        KILO,
        WHOLE,
        LEAST
    }

    /** @param step grams that are priced together; for {@code first} the grams covered */
    record Term(Shape shape, int step, long fen, int above, int upTo) {
        boolean covers(int grams) {
            return grams > above && grams <= upTo;
        }
    }

    /** The steps for a billed weight; empty when no term covers it. */
    Optional<List<Step>> price(int grams) {
        var steps = new ArrayList<Step>();
        int covered = 0;
        long sum = 0;
        for (var term : terms) {
            var step = step(term, grams, covered, sum);
            if (step.isPresent()) {
                steps.add(step.get());
                sum += step.get().amount().minor();
            }
            covered = Math.max(covered, reach(term, grams));
        }
        return covered >= grams ? Optional.of(steps) : Optional.empty();
    }

    private static int reach(Term term, int grams) {
        return switch (term.shape()) {
            case FLAT, LEAST -> 0;
            case FIRST -> term.step();
            case EACH -> term.upTo();
            case KILO, WHOLE -> term.covers(grams) ? NO_END : 0;
        };
    }

    private static Optional<Step> step(Term term, int grams, int covered, long sum) {
        return switch (term.shape()) {
            case FLAT -> charge(Kind.HANDLING, 0, term.fen());
            case FIRST -> charge(Kind.FIRST_WEIGHT, term.step(), term.fen());
            case EACH -> {
                int rest = Math.min(grams, term.upTo()) - covered;
                yield charge(
                        Kind.FURTHER_WEIGHT, Math.max(rest, 0), rest > 0 ? term.fen() * started(rest, term.step()) : 0);
            }
            case KILO -> charge(Kind.ALL_WEIGHT, grams, term.covers(grams) ? (term.fen() * grams + 500) / 1000 : 0);
            case WHOLE ->
                charge(Kind.ALL_WEIGHT, grams, term.covers(grams) ? term.fen() * started(grams, term.step()) : 0);
            case LEAST -> charge(Kind.LEAST_CHARGE, 0, Math.max(0, term.fen() - sum));
        };
    }

    private static Optional<Step> charge(Kind kind, int grams, long fen) {
        return fen == 0 ? Optional.empty() : Optional.of(new Step(kind, grams, Money.fen(fen)));
    }

    /** How many steps of this size a positive quantity begins. */
    static long started(long quantity, int step) {
        return (quantity + step - 1) / step;
    }

    /** @throws IllegalArgumentException when a term cannot be read */
    static Tariff parse(String text) {
        var terms = new ArrayList<Term>();
        for (var words : text.split("\\+")) {
            terms.add(term(List.of(words.strip().split("\\s+")), text));
        }
        return new Tariff(terms);
    }

    private static Term term(List<String> words, String text) {
        try {
            var first = words.getFirst();
            return switch (first) {
                case "flat" -> new Term(Shape.FLAT, 0, fen(words.get(1)), 0, NO_END);
                case "least" -> new Term(Shape.LEAST, 0, fen(words.get(1)), 0, NO_END);
                case "kilo" -> ranged(Shape.KILO, 1, fen(words.get(1)), words);
                case "first" -> ranged(Shape.FIRST, Integer.parseInt(words.get(1)), fen(words.get(2)), words);
                case "each" -> ranged(Shape.EACH, Integer.parseInt(words.get(1)), fen(words.get(2)), words);
                case "whole" -> ranged(Shape.WHOLE, Integer.parseInt(words.get(1)), fen(words.get(2)), words);
                default -> throw new IllegalArgumentException("no term begins with " + first);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException malformed) {
            throw new IllegalArgumentException("Not a tariff: " + text, malformed);
        }
    }

    private static Term ranged(Shape shape, int step, long fen, List<String> words) {
        if (step < 1) {
            throw new IllegalArgumentException("a step of " + step + " g");
        }
        return new Term(shape, step, fen, after(words, "above", 0), after(words, "to", NO_END));
    }

    private static int after(List<String> words, String word, int otherwise) {
        int at = words.indexOf(word);
        return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }

    private static long fen(String yuan) {
        return Money.ofDecimal(new BigDecimal(yuan), Money.CNY).minor();
    }
}
