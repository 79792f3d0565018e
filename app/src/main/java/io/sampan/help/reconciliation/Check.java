package io.sampan.help.reconciliation;

import java.util.Set;

/** One comparison: a bounded reading through rooms' doors, batch by batch. It changes nothing. */
interface Check {
    /** Its name in logs. */
    String name();

    /** What it can find; what it does not find any more, when it came to its end, is resolved. */
    Set<Kind> kinds();

    void look(Findings findings);
}
