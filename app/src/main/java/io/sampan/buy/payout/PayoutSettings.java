package io.sampan.buy.payout;

import io.sampan.ground.time.Pauses;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param tendEvery how often the caretaker looks for what is due
 * @param batch most payouts that it takes at a time
 * @param firstPause until the second look at a payout, and longer than a call takes; each further pause is twice the last
 * @param longestPause between two looks
 * @param keyLife how long a gateway knows a key again: what is unclear for longer is a person's to find out
 * @param heldFor how long the money of a payout is set aside; longer than a gateway takes to say what came of it
 * @param slow unconfirmed for longer than this, it is shown to an operator
 */
@ConfigurationProperties(prefix = "sampan.payout", ignoreUnknownFields = false)
record PayoutSettings(
        @DefaultValue("2s") Duration tendEvery,
        @DefaultValue("20") int batch,
        @DefaultValue("60s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("25d") Duration keyLife,
        @DefaultValue("120d") Duration heldFor,
        @DefaultValue("30m") Duration slow) {
    /** How long to wait before the next look after so many. */
    Duration pause(int tries) {
        return new Pauses(firstPause, longestPause).after(tries);
    }
}
