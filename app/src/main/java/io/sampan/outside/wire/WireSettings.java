package io.sampan.outside.wire;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How every outside service is called.
 *
 * @param connectLimit longest wait for a connection
 * @param callLimit longest wait for a whole answer where the call names none of its own
 * @param callsAtATime most calls to one service at a time
 * @param waitForTurn longest wait for one's turn when that many are under way
 * @param failuresToOpen after this many failures in a row nobody calls the service for a while
 * @param coolDown that while; then one call tries whether it is back
 * @param answerBytes largest answer that is read
 * @param services most services that are kept apart
 */
@ConfigurationProperties(prefix = "sampan.wire", ignoreUnknownFields = false)
record WireSettings(
        @DefaultValue("3s") Duration connectLimit,
        @DefaultValue("10s") Duration callLimit,
        @DefaultValue("16") int callsAtATime,
        @DefaultValue("2s") Duration waitForTurn,
        @DefaultValue("8") int failuresToOpen,
        @DefaultValue("10s") Duration coolDown,
        @DefaultValue("4194304") int answerBytes,
        @DefaultValue("32") int services) {}
