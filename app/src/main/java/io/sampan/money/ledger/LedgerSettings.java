package io.sampan.money.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param closeEvery how often it is tried to close the days that are over
 * @param expireEvery how often holds are let go whose time has ended
 */
@ConfigurationProperties(prefix = "sampan.ledger", ignoreUnknownFields = false)
record LedgerSettings(
        @DefaultValue("10m") Duration closeEvery,
        @DefaultValue("10s") Duration expireEvery) {}
