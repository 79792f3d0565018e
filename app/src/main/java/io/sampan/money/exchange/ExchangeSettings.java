package io.sampan.money.exchange;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * @param spreadPercent our margin on a conversion, in percent of the converted amount
 * @param seed a file in the European Central Bank's format that is read at each start; days known already stay as they are
 * @param source who published the seed, as shoppers see it
 * @param mostJumpPercent a published rate that is farther than this from the last one is not believed, if that is younger than a fortnight
 * @param refresh how often the newest rates are read again from the database, so that all nodes follow
 */
@ConfigurationProperties(prefix = "sampan.exchange", ignoreUnknownFields = false)
record ExchangeSettings(
        @DefaultValue("1.0") BigDecimal spreadPercent,

        @DefaultValue("classpath:exchange/eurofxref-2023-02-21.xml")
        Resource seed,

        @DefaultValue("European Central Bank") String source,
        @DefaultValue("15") BigDecimal mostJumpPercent,
        @DefaultValue("10m") Duration refresh) {}
