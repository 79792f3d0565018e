package io.sampan.outside.carrier;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * @param lines the file of lines: limits, weighing and fuel, dated
 * @param zones the file of zones: countries, days and tariffs of each line, dated
 * @param numbers the file of couriers' number formats, dated
 */
@ConfigurationProperties(prefix = "sampan.carrier", ignoreUnknownFields = false)
record CarrierSettings(
        @DefaultValue("classpath:rules/carrier/lines.csv") Resource lines,
        @DefaultValue("classpath:rules/carrier/zones.csv") Resource zones,
        @DefaultValue("classpath:rules/carrier/numbers.csv") Resource numbers) {}
