package io.sampan.outside.rates;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param address of a file in the European Central Bank's format, of one day or many; nothing is fetched without it. The bank's own is
 *     {@code https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml}. Source: docs/sources/ecb.md
 * @param source who publishes it, as shoppers see it
 * @param every how often it is fetched; a new day comes out on working days at about 16:00 in Frankfurt
 * @param callLimit how long it may take
 */
@ConfigurationProperties(prefix = "sampan.rates", ignoreUnknownFields = false)
record RatesSettings(
        @Nullable URI address,
        @DefaultValue("European Central Bank") String source,
        @DefaultValue("1h") Duration every,
        @DefaultValue("20s") Duration callLimit) {}
