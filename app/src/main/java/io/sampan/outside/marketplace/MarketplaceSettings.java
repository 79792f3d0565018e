package io.sampan.outside.marketplace;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param sources names of connectors in the order in which a marketplace's are asked, such as {@code openmall,taobao-global}; others come after
 *     these, who can buy before who can only look
 * @param pollEvery how often platforms that push nothing are asked for messages
 * @param heardFor how long messages are remembered, so that one that comes again is known
 * @param forgetEvery how often older ones are forgotten
 */
@ConfigurationProperties(prefix = "sampan.marketplace", ignoreUnknownFields = false)
record MarketplaceSettings(
        @DefaultValue List<String> sources,
        @DefaultValue("10s") Duration pollEvery,
        @DefaultValue("7d") Duration heardFor,
        @DefaultValue("1h") Duration forgetEvery) {}
