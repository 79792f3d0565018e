package io.sampan.outside.marketplace;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param followShortLinks whether short links are followed over the network; if not, the shopper is asked for the full link
 * @param shortLinkGate a server that is asked instead of the short link's own host, with that host as the first part of the path
 * @param shortLinkLimit longest wait for one step of a short link
 * @param heardFor how long pushes are remembered, so that one that comes again is known
 * @param forgetEvery how often older ones are forgotten
 * @param tokenWait longest wait for another node to renew an access token
 */
@ConfigurationProperties(prefix = "sampan.marketplace", ignoreUnknownFields = false)
record MarketplaceSettings(
        @DefaultValue("false") boolean followShortLinks,
        @Nullable URI shortLinkGate,
        @DefaultValue("2s") Duration shortLinkLimit,
        @DefaultValue("7d") Duration heardFor,
        @DefaultValue("1h") Duration forgetEvery,
        @DefaultValue("5s") Duration tokenWait) {}
