package io.sampan.deliver.haul;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two cheapest partitions that were seen. */
final class BestTwo {
    private @Nullable Partition best;
    private @Nullable Partition second;

    void see(Partition one) {
        if (!one.isPossible() || one.equals(best) || one.equals(second)) {
            return;
        }
        if (best == null || one.fen() < best.fen()) {
            second = best;
            best = one;
        } else if (second == null || one.fen() < second.fen()) {
            second = one;
        }
    }

    Optional<Partition> best() {
        return Optional.ofNullable(best);
    }

    Optional<Partition> second() {
        return Optional.ofNullable(second);
    }
}
