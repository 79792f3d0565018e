package io.sampan.deliver.shipping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * @param tendEvery how often due parcels are taken up
 * @param tendBatch most parcels at one time on one node
 * @param lease how long one node has for a parcel before another may take it over; longer than any call waits
 * @param spacing after which a step that could not be done is tried again; doubles with each try
 * @param spacingMost longest wait between two tries
 * @param watchEvery how often a parcel on its way is asked about that no push told of
 * @param unclassified six digits for goods whose heading nobody knows
 * @param promises the file of what is given back for parcels that come late, dated
 */
@ConfigurationProperties(prefix = "sampan.shipping", ignoreUnknownFields = false)
record ShippingSettings(
        @DefaultValue("1s") Duration tendEvery,
        @DefaultValue("20") int tendBatch,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("5s") Duration spacing,
        @DefaultValue("30m") Duration spacingMost,
        @DefaultValue("6h") Duration watchEvery,
        @DefaultValue("999999") String unclassified,

        @DefaultValue("classpath:rules/shipping/promises.csv")
        Resource promises) {}
