package io.sampan.outside.marketplace.jdunion;

import io.sampan.outside.wire.LooseJson;
import java.time.Duration;

/** What JD Union said to one call. */
sealed interface JdUnionSaid {
    /** @param result what stood in the string */
    record Data(LooseJson result) implements JdUnionSaid {}

    record Refusal(JdUnionFault fault) implements JdUnionSaid {}

    record Silent(String why, Duration after) implements JdUnionSaid {}
}
