package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.wire.LooseJson;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of {@code getNewStockById}: whether as many as were asked for can be had. Source: docs/sources/jdvop.md "Prices and stock". */
record JdVopStock(LooseJson row) {
    /** Here, on the way here, in another warehouse. What JD would have to order itself first (36, 99) may never come. */
    private static final Set<String> ORDERABLE = Set.of("33", "39", "40");

    static Optional<JdVopStock> of(LooseJson reply, String sku) {
        return reply.list("result").stream()
                .filter(row -> row.text("skuId").equals(sku))
                .findFirst()
                .map(JdVopStock::new);
    }

    boolean suffices() {
        return ORDERABLE.contains(row.text("stockStateId"));
    }

    /** How many there are; null when there are some and JD does not say how many. */
    @Nullable
    Integer pieces() {
        if (!suffices()) {
            return 0;
        }
        return row.whole("remainNum")
                .filter(pieces -> pieces >= 0)
                .map(Long::intValue)
                .orElse(null);
    }
}
