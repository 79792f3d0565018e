package io.sampan.browse.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param marketplaceLimit how long a search waits for the marketplaces' own
 * @param marketplaceQuestions most questions to marketplaces under way at a time
 * @param rememberAnswersFor how long a marketplace's answer serves the same words again
 * @param rememberSimilarFor how long what is similar to a product is served from memory
 * @param tendEvery how often the index follows the catalogue
 */
@ConfigurationProperties(prefix = "sampan.search", ignoreUnknownFields = false)
record SearchSettings(
        @DefaultValue("1500ms") Duration marketplaceLimit,
        @DefaultValue("16") int marketplaceQuestions,
        @DefaultValue("60s") Duration rememberAnswersFor,
        @DefaultValue("60s") Duration rememberSimilarFor,
        @DefaultValue("1s") Duration tendEvery) {}
