package io.sampan.outside.marketplace.top;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For how long the gateway does not want to hear from this app, or of one API. Each node learns it by one call that is refused; a call during a
 * ban would only be counted against us.
 */
final class TopBans {
    /** @param after how long it still holds, in whole seconds, at least one */
    record Held(TopFault fault, Duration after) {}

    private record Ban(TopFault fault, Instant until) {}

    private final Map<TopApi, Ban> ofApis = new EnumMap<>(TopApi.class);
    private @Nullable Ban ofApp;

    synchronized Held heard(TopApi api, TopFault fault, Instant now) {
        var ban = new Ban(fault, fault.bannedUntil(now));
        if (fault.bansTheApp()) {
            ofApp = ban;
        } else {
            ofApis.put(api, ban);
        }
        return held(ban, now);
    }

    /** The ban that stops a call now. */
    synchronized Optional<Held> on(TopApi api, Instant now) {
        var whole = ofApp;
        if (whole != null && now.isBefore(whole.until())) {
            return Optional.of(held(whole, now));
        }
        return Optional.ofNullable(ofApis.get(api))
                .filter(ban -> now.isBefore(ban.until()))
                .map(ban -> held(ban, now));
    }

    private static Held held(Ban ban, Instant now) {
        var left = Duration.between(now, ban.until()).plusMillis(999).toSeconds();
        return new Held(ban.fault(), Duration.ofSeconds(Math.max(1, left)));
    }
}
