package io.sampan.outside.customs;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * An operator with better knowledge gives files of their own.
 *
 * @param taxes the file of the countries' standard rates and territories, dated
 * @param rules the file of import rules, dated
 * @param headings the file of keywords for headings, dated
 * @param restrictions the file of what countries do not take by parcel, dated
 */
@ConfigurationProperties(prefix = "sampan.customs", ignoreUnknownFields = false)
record CustomsSettings(
        @DefaultValue("classpath:rules/customs/taxes.csv") Resource taxes,
        @DefaultValue("classpath:rules/customs/rules.csv") Resource rules,

        @DefaultValue("classpath:rules/customs/headings.csv")
        Resource headings,

        @DefaultValue("classpath:rules/customs/restrictions.csv")
        Resource restrictions) {}
