package io.sampan.outside.marketplace.top;

import io.sampan.outside.wire.LooseJson;
import java.time.Duration;

/** What TOP said to one call. */
sealed interface TopSaid {
    /** The API answered. @param data what lies under the API's own root */
    record Data(LooseJson data) implements TopSaid {}

    /** The gateway or the API behind it refused. @param after how long to wait before asking again */
    record Refusal(TopFault fault, Duration after) implements TopSaid {}

    /** Nobody knows what happened, unless it surely never arrived. @param after how long to wait before asking again */
    record Silent(String why, boolean maybeArrived, Duration after) implements TopSaid {}
}
