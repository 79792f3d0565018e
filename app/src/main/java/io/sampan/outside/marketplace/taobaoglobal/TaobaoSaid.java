package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.outside.wire.LooseJson;
import java.time.Duration;

/** What Taobao Global said to one call. */
sealed interface TaobaoSaid {
    /** The API did what was asked. @param data what lies in the answer's {@code data}, whichever envelope it came in */
    record Data(LooseJson data) implements TaobaoSaid {}

    /** The gateway or the API refused. */
    record Refusal(TaobaoFault fault) implements TaobaoSaid {}

    /** Nobody knows what happened, unless it surely never arrived. @param after how long to wait before asking again */
    record Silent(String why, boolean maybeArrived, Duration after) implements TaobaoSaid {}
}
