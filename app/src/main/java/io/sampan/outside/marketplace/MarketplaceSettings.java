package io.sampan.outside.marketplace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param heardFor how long pushes are remembered, so that one that comes again is known
 * @param forgetEvery how often older ones are forgotten
 * @param tokenWait longest wait for another node to renew an access token
 */
@ConfigurationProperties(prefix = "sampan.marketplace", ignoreUnknownFields = false)
record MarketplaceSettings(
        @DefaultValue("7d") Duration heardFor,
        @DefaultValue("1h") Duration forgetEvery,
        @DefaultValue("5s") Duration tokenWait) {}
