package io.sampan.help.reconciliation;

import java.util.List;
import java.util.Set;

/** One comparison within what all rooms say of one order. */
interface OrderCheck {
    /** What it can find. */
    Set<Kind> kinds();

    /** @param found what was found of this order so far; what is found is added */
    void look(Dossier dossier, Findings run, List<Finding> found);
}
