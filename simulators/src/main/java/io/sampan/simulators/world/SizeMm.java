package io.sampan.simulators.world;

/** A packed size in millimetres. */
public record SizeMm(int length, int width, int height) {

    /** The same shape, each edge times the factor, at least 5 mm. */
    public SizeMm times(double factor) {
        return new SizeMm(edge(length * factor), edge(width * factor), edge(height * factor));
    }

    private static int edge(double mm) {
        return (int) Math.max(5, Math.round(mm));
    }
}
