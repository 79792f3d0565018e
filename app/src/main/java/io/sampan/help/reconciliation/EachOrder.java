package io.sampan.help.reconciliation;

import io.sampan.ground.database.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Everything about one order, order by order: its rooms are read once for all comparisons within them. */
@Component
final class EachOrder implements Check {
    private final Dossiers dossiers;
    private final List<OrderCheck> checks;
    private final ReconciliationSettings settings;

    EachOrder(Dossiers dossiers, List<OrderCheck> checks, ReconciliationSettings settings) {
        this.dossiers = dossiers;
        this.checks = List.copyOf(checks);
        this.settings = settings;
    }

    @Override
    public String name() {
        return "each order";
    }

    @Override
    public Set<Kind> kinds() {
        return checks.stream().flatMap(check -> check.kinds().stream()).collect(Collectors.toSet());
    }

    @Override
    public void look(Findings findings) {
        var key = Stored.START;
        for (var batch = dossiers.after(key, settings.batch());
                !batch.isEmpty();
                batch = dossiers.after(key, settings.batch())) {
            batch.forEach(dossier -> judge(dossier, findings));
            key = batch.getLast().kept().key();
        }
    }

    private void judge(Dossier dossier, Findings findings) {
        if (!dossier.isQuiet(findings.quietSince(), findings.now())) {
            findings.underWay(dossier.order().id().toString());
            return;
        }
        var found = new ArrayList<Finding>();
        checks.forEach(check -> check.look(dossier, findings, found));
        found.forEach(findings::add);
    }
}
