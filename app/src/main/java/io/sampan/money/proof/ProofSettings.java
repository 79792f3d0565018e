package io.sampan.money.proof;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param proveEvery how often it is looked whether a day was closed that is not proved yet
 * @param keep how long what was read of the whole book for one shopper serves the next
 */
@ConfigurationProperties(prefix = "sampan.proof", ignoreUnknownFields = false)
record ProofSettings(
        @DefaultValue("10m") Duration proveEvery,
        @DefaultValue("1m") Duration keep) {}
