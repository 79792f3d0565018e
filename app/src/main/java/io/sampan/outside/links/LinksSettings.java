package io.sampan.outside.links;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param followShortLinks whether short links are followed over the network; if not, the shopper is asked for the full link
 * @param gate a server that is asked instead of the short link's own host, with that host as the first part of the path
 * @param stepLimit longest wait for one step of a short link
 * @param followLimit longest wait for all its steps together
 */
@ConfigurationProperties(prefix = "sampan.links", ignoreUnknownFields = false)
record LinksSettings(
        @DefaultValue("false") boolean followShortLinks,
        @Nullable URI gate,
        @DefaultValue("2s") Duration stepLimit,
        @DefaultValue("5s") Duration followLimit) {}
