package io.sampan.buy.shipchoice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody says of themselves: from saving to hurry. */
public enum Pace {
    THRIFTY,
    RATHER_THRIFTY,
    BALANCED,
    RATHER_URGENT,
    URGENT;

    /** So many deviations of how people differ lies each step from the next. */
    private static final double STEP = 0.7;

    /** Below zero for saving, above for hurry; in deviations of how people differ. */
    double deviations() {
        return STEP * (ordinal() - BALANCED.ordinal());
    }

    public boolean isUrgent() {
        return ordinal() > BALANCED.ordinal();
    }

    public boolean isThrifty() {
        return ordinal() < BALANCED.ordinal();
    }

    /** The pace of this name in any case, such as {@code rather-urgent}; empty for none. */
    public static Optional<Pace> of(String name) {
        var wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(values()).filter(pace -> pace.name().equals(wanted)).findFirst();
    }
}
