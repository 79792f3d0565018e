package io.sampan.browse.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param openAtATime most requests of one person that wait for an operator
 * @param lapseEvery how often offers that hold no longer are taken off the shelf
 */
@ConfigurationProperties(prefix = "sampan.request", ignoreUnknownFields = false)
record RequestSettings(
        @DefaultValue("10") int openAtATime,
        @DefaultValue("1m") Duration lapseEvery) {}
