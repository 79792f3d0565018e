package io.sampan.help.reconciliation;

import java.util.Locale;

/** How soon somebody should look; the worst first. */
public enum Severity {
    /** Money or goods are missing, doubled, or about to be. */
    HIGH,
    /** Something does not go on, or the rooms contradict each other. */
    MEDIUM,
    /** Untidy. */
    LOW;

    /** The end of its text key. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
