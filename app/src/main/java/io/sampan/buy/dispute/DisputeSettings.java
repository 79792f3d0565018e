package io.sampan.buy.dispute;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param tendEvery how often those are looked at that are due
 * @param seekEvery how often the gateways are asked for disputes that no webhook told of
 * @param lookEvery how often an open dispute is looked at although no webhook told of it
 * @param seekBack how far back they are asked
 * @param batch most that are looked at in one round
 */
@ConfigurationProperties(prefix = "sampan.dispute", ignoreUnknownFields = false)
record DisputeSettings(
        @DefaultValue("5s") Duration tendEvery,
        @DefaultValue("1h") Duration seekEvery,
        @DefaultValue("1h") Duration lookEvery,
        @DefaultValue("30d") Duration seekBack,
        @DefaultValue("20") int batch) {}
