package io.sampan.simulators.world;

import java.util.List;

/** Chance that repeats itself: the same seed, thing and purpose always throw the same numbers. */
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one purpose of one thing. */
    public static Dice of(long seed, long thing, String purpose) {
        return new Dice(mix(mix(seed + GOLDEN) ^ mix(thing * GOLDEN + purpose.hashCode())));
    }

    /** Any 64 bits. */
    public long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** 0 to bound - 1. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(bits() >>> 1, bound);
    }

    /** 0 to bound - 1. */
    public long below(long bound) {
        return Long.remainderUnsigned(bits() >>> 1, bound);
    }

    /** 0 up to, but not, 1. */
    public double unit() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** About normal, mean 0, deviation 1, never beyond 3.5. */
    public double bell() {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return Math.clamp(sum - 6, -3.5, 3.5);
    }

    /** True so often. */
    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** One of them. */
    public <T> T pick(List<T> of) {
        return of.get(below(of.size()));
    }

    /** Hexadecimal digits, lower case. */
    public String hex(int digits) {
        var text = new StringBuilder(digits);
        while (text.length() < digits) {
            text.append("%016x".formatted(bits()));
        }
        return text.substring(0, digits);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
