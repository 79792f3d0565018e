package io.sampan.browse.weight;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * From what weights are learnt.
 *
 * @param categories the file of first estimates of what pieces of a category weigh, dated
 * @param remembered how many of the latest weighings are learnt from
 * @param learnEvery how often each node learns what was weighed since
 */
@ConfigurationProperties(prefix = "sampan.weight", ignoreUnknownFields = false)
record WeightSettings(
        @DefaultValue("classpath:rules/weight/categories.csv")
        Resource categories,

        @DefaultValue("200000") int remembered,
        @DefaultValue("30s") Duration learnEvery) {}
