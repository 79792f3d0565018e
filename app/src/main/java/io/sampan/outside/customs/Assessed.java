package io.sampan.outside.customs;

import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.money.amount.Money;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a country asks of a consignment, or why it cannot be said. */
public sealed interface Assessed {
    /**
     * @param parts in the currencies of the rules; a part may be zero, which says that the rule asks nothing
     * @param notes text keys of what the shopper should know
     * @param rules every rule version that took part
     * @param confirmed false when one of them is not confirmed
     * @param headings the distinct six-digit headings that were counted
     */
    record Due(List<Part> parts, List<String> notes, List<RuleVersion> rules, boolean confirmed, Set<String> headings)
            implements Assessed {
        public Due {
            parts = List.copyOf(parts);
            notes = List.copyOf(notes);
            rules = List.copyOf(rules);
            headings = Set.copyOf(headings);
        }
    }

    /** @param rule the rule that refuses; null when there is none */
    record Refused(Refusal reason, @Nullable RuleVersion rule) implements Assessed {}

    enum Refusal {
        NO_RULE_KNOWN,
        OVER_LIMIT
    }

    enum Kind {
        DUTY,
        TAX,
        CLEARANCE
    }

    /** @param rule id of the rule version that asks for it */
    record Part(Kind kind, Money amount, String rule) {}
}
