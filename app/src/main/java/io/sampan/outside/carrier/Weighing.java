package io.sampan.outside.carrier;

import io.sampan.ground.rulebook.Rule;
import java.math.BigDecimal;
import java.util.List;

/**
 * Which weight a line counts: the greater of the actual and the volume weight, rounded up.
 *
 * @param divisor cubic centimetres to the kilogram; 0 when volume never counts. Cubic millimetres divided by it are grams
 * @param trigger when volume counts
 * @param triggerMm millimetres of the longest side, or of the three sides, above which it does
 * @param volumeStep the volume weight is rounded up to a multiple of this many grams
 * @param steps the billed weight is rounded up by the first step whose end lies above it
 */
record Weighing(int divisor, Trigger trigger, int triggerMm, int volumeStep, List<RoundingStep> steps) {
    Weighing {
        steps = List.copyOf(steps);
    }

    enum Trigger {
        NEVER,
        ALWAYS,
        EDGE_OVER,
        SIDES_OVER
    }

    /** @param below grams under which a weight is rounded up to a multiple of {@code step} grams */
    record RoundingStep(int step, int below) {}

    /** Grams by volume; 0 where volume does not count. */
    int volumeGrams(ParcelSize size) {
        boolean counts = switch (trigger) {
            case NEVER -> false;
            case ALWAYS -> true;
            case EDGE_OVER -> size.longestMm() > triggerMm;
            case SIDES_OVER -> size.sumMm() > triggerMm;
        };
        return counts ? roundedUp(Math.ceilDiv(size.volumeMm3(), (long) divisor), volumeStep) : 0;
    }

    /** The grams that are billed. */
    int billedGrams(ParcelSize size) {
        int grams = Math.max(size.grams(), volumeGrams(size));
        return steps.stream()
                .filter(step -> grams < step.below())
                .findFirst()
                .map(step -> roundedUp(grams, step.step()))
                .orElse(grams);
    }

    private static int roundedUp(long grams, int step) {
        return Math.toIntExact(Math.ceilDiv(grams, (long) step) * step);
    }

    /** From the cells {@code volume} (such as {@code 8000 edge>600}, empty for never), {@code volume_step} and {@code rounding} (such as
     * {@code 500<21000 1000}). */
    static Weighing of(Rule rule) {
        var rounding = rule.words("rounding").stream().map(Weighing::step).toList();
        var volume = rule.words("volume");
        if (volume.isEmpty()) {
            return new Weighing(0, Trigger.NEVER, 0, 1, rounding);
        }
        int divisor = new BigDecimal(volume.getFirst()).intValueExact();
        int step = rule.whole("volume_step");
        if (volume.size() == 1) {
            return new Weighing(divisor, Trigger.ALWAYS, 0, step, rounding);
        }
        var words = volume.get(1).split(">");
        var trigger = switch (words[0]) {
            case "edge" -> Trigger.EDGE_OVER;
            case "sides" -> Trigger.SIDES_OVER;
            default ->
                throw new IllegalArgumentException("Rule " + rule.version().id() + ": no trigger " + words[0]);
        };
        return new Weighing(divisor, trigger, Integer.parseInt(words[1]), step, rounding);
    }

    private static RoundingStep step(String word) {
        var parts = word.split("<");
        return new RoundingStep(
                Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE);
    }
}
