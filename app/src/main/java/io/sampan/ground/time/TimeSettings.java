package io.sampan.ground.time;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param worldClock address that tells a simulated world's time as {@code {"offsetMillis": n}}; none in production
 * @param refresh how often it is asked
 */
@ConfigurationProperties(prefix = "sampan.time", ignoreUnknownFields = false)
record TimeSettings(
        @Nullable URI worldClock, @DefaultValue("500ms") Duration refresh) {}
