package io.sampan.help.reconciliation;

import io.sampan.ground.database.Publications;
import io.sampan.ground.database.Stored;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every stored event reaches its listener. */
@Component
final class UnheardEvents implements Check {
    private final Publications publications;

    UnheardEvents(Publications publications) {
        this.publications = publications;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.EVENT_UNHEARD);
    }

    @Override
    public void look(Findings findings) {
        publications
                .unheard(findings.quietSince(), Stored.MOST_ROWS)
                .forEach(one -> findings.add(Finding.of(Kind.EVENT_UNHEARD, one.id())
                        .about(simple(one.event()))
                        .differs(simple(one.event()), one.listener())
                        .since(one.publishedAt())
                        .target(one.id())));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
