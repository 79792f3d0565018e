package io.sampan.outside.marketplace.ali1688;

import io.sampan.outside.wire.LooseJson;
import java.time.Duration;

/** What 1688's gateway said to one call. */
sealed interface Ali1688Said {
    /** The API answered; whether with success is in the document. */
    record Body(LooseJson json) implements Ali1688Said {}

    /** The gateway did not let us through to the API, so nothing was done. */
    record Stopped(Ali1688Fault fault) implements Ali1688Said {}

    /** Nobody knows what happened, unless it surely never arrived. @param after how long to wait before asking again */
    record Silent(String why, boolean maybeArrived, Duration after) implements Ali1688Said {}
}
