package io.sampan.outside.marketplace.top;

import io.sampan.outside.wire.LooseJson;
import java.time.Duration;

/** What TOP said to one call. */
sealed interface TopSaid {
    /** The API answered. @param data what lies under the API's own root */
    record Data(LooseJson data) implements TopSaid {}

    /** The gateway or the API behind it refused, or would, since it told us not to call for a while. @param after that while */
    record Refusal(TopFault fault, Duration after) implements TopSaid {}

    /** Nobody knows what happened, unless it surely never arrived. */
    record Silent(String why, boolean maybeArrived) implements TopSaid {}
}
