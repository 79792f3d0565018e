package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.wire.LooseJson;
import java.time.Duration;

/** What VOP said to one call. */
sealed interface JdVopSaid {
    /** It did as it was asked. @param reply the whole envelope: its {@code result} may be an object, a list, a text or a document in a text */
    record Data(LooseJson reply) implements JdVopSaid {}

    record Refusal(JdVopFault fault) implements JdVopSaid {}

    /** Nobody knows what happened, unless it surely never arrived. @param after how long to wait before asking again */
    record Silent(String why, boolean maybeArrived, Duration after) implements JdVopSaid {}
}
