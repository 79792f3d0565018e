package io.sampan.bench;

import java.util.List;

/** Numbers that are read from a command and printed as figures. */
final class Figures {
    private Figures() {}

    /** The argument at this place as a whole number, or the usual one where there is none. */
    static int number(List<String> arguments, int at, int usual) throws CouldNotMeasure {
        if (arguments.size() <= at) {
            return usual;
        }
        if (!arguments.get(at).matches("\\d{1,9}")) {
            throw new CouldNotMeasure(arguments.get(at) + " is no number");
        }
        return Integer.parseInt(arguments.get(at));
    }

    /** To three digits behind the point. */
    static double rounded(double figure) {
        return Math.round(figure * 1_000) / 1_000.0;
    }
}
