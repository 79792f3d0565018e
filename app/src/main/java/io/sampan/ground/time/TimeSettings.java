package io.sampan.ground.time;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param worldClock address that tells a simulated world's time as {@code {"offsetMillis": n}}; empty in production. It is text because an address
 *     that is set to nothing would count as an unknown setting and stop the start
 * @param refresh how often it is asked
 */
@ConfigurationProperties(prefix = "sampan.time", ignoreUnknownFields = false)
record TimeSettings(
        @DefaultValue("") String worldClock,
        @DefaultValue("500ms") Duration refresh) {

    Optional<URI> world() {
        return worldClock.isBlank() ? Optional.empty() : Optional.of(URI.create(worldClock));
    }
}
