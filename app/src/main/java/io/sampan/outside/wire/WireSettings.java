package io.sampan.outside.wire;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How every outside service is called.
 *
 * @param connectLimit longest wait for a connection
 * @param callLimit longest wait for a whole answer where the call names none of its own
 * @param callsAtATime most calls to one service at a time
 * @param waitForTurn longest wait for one's turn when that many are under way, or when as many were made as may be made in a second
 * @param failuresToOpen after this many failures in a row nobody calls the service for a while
 * @param coolDown that while; then one call tries whether it is back
 * @param answerBytes largest answer that is read
 * @param services most services that are kept apart
 * @param allowance how much may be called of each service, all nodes together
 * @param allowances the same for single services, by their names
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
        @DefaultValue("32") int services,
        @DefaultValue Allowed allowance,
        @DefaultValue Map<String, Allowed> allowances) {

    /**
     * What a platform grants our app. Platforms tell it to each app alone: what stands here is a guess to begin with, and what yours was granted
     * should stand in its place.
     *
     * @param app all calls of the app together
     * @param eachApi calls of one API
     * @param apis the same for single APIs, by the platform's names
     * @param keptPercent of a day's calls that looks and searches may not use, so that what is ordered can be ordered and paid
     * @param day the calendar whose midnight begins a new day's count
     */
    record Allowed(
            @DefaultValue Rate app,
            @DefaultValue Rate eachApi,
            @DefaultValue Map<String, Rate> apis,
            @DefaultValue("10") int keptPercent,
            @DefaultValue("Asia/Shanghai") ZoneId day) {
        private static final int WHOLE = 100;

        Allowed {
            if (keptPercent < 0 || keptPercent >= WHOLE) {
                throw new IllegalArgumentException("sampan.wire.allowance: kept-percent is 0 to 99");
            }
        }

        Rate api(String name) {
            return apis.getOrDefault(name, eachApi);
        }
    }

    /**
     * @param perSecond calls a second, in the long run
     * @param burst calls at once
     * @param daily calls a day
     */
    record Rate(
            @DefaultValue("50") double perSecond,
            @DefaultValue("100") int burst,
            @DefaultValue("500000") long daily) {
        Rate {
            if (perSecond <= 0 || burst < 1 || daily < 1) {
                throw new IllegalArgumentException("sampan.wire.allowance: rates are positive");
            }
        }
    }

    Allowed allowed(String service) {
        return allowances.getOrDefault(service, allowance);
    }
}
