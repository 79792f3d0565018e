package io.sampan.help.reconciliation;

import java.util.Locale;

/** Who finds out what happened, and decides. */
public enum Owner {
    BUYER,
    WAREHOUSE,
    FINANCE,
    /** Whoever runs the machine: rooms that contradict each other without any person's doing. */
    SYSTEM;

    /** The end of its text key. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
