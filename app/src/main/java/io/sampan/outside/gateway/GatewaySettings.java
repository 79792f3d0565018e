package io.sampan.outside.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * An operator with better knowledge gives files of their own.
 *
 * @param methods the file of where each way to pay can be used, dated
 * @param habits the file of how people of a country like to pay, dated
 * @param forgetEvery how often events that nobody will send again are forgotten
 */
@ConfigurationProperties(prefix = "sampan.gateway", ignoreUnknownFields = false)
record GatewaySettings(
        @DefaultValue("classpath:rules/gateway/methods.csv") Resource methods,
        @DefaultValue("classpath:rules/gateway/habits.csv") Resource habits,
        @DefaultValue("6h") Duration forgetEvery) {}
