package io.sampan.outside.marketplace.pinduoduo;

import io.sampan.outside.wire.LooseJson;
import java.time.Duration;

/** What Pinduoduo said to one call. */
sealed interface PinduoduoSaid {
    record Data(LooseJson response) implements PinduoduoSaid {}

    /** Nothing is known: it refused, or did not answer. @param why without secrets */
    record Nothing(Duration after, String why) implements PinduoduoSaid {}
}
