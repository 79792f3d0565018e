package io.sampan.help.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param at when it runs each night, as a cron expression in UTC: the early morning of China
 * @param grace what moved within this time is under way, and no discrepancy
 * @param batch most orders, products or other rows that are read at one time
 * @param calls most questions to marketplaces of one run
 * @param lease how long one node has for a run before another may begin anew
 * @param letGo how long a payment that nobody waits for may stay open
 * @param repairTries how often a discrepancy is repaired by itself before a person looks
 * @param repairPause between two tries
 * @param retireAfter how long a source that is not set up any more keeps its offers
 * @param keepRuns how long runs and repairs are remembered
 * @param slow after which things have waited too long
 */
@ConfigurationProperties(prefix = "sampan.reconciliation", ignoreUnknownFields = false)
record ReconciliationSettings(
        @DefaultValue("0 30 19 * * *") String at,
        @DefaultValue("15m") Duration grace,
        @DefaultValue("200") int batch,
        @DefaultValue("500") int calls,
        @DefaultValue("2h") Duration lease,
        @DefaultValue("2h") Duration letGo,
        @DefaultValue("3") int repairTries,
        @DefaultValue("6h") Duration repairPause,
        @DefaultValue("30d") Duration retireAfter,
        @DefaultValue("365d") Duration keepRuns,
        @DefaultValue Slow slow) {

    /**
     * @param purchase from planned to paid
     * @param seller from paid to sent
     * @param inbound from sent to our warehouse
     * @param check from our warehouse's door to the shelf
     * @param pack from the shelf to the parcel
     * @param handOver from the label to the carrier's driver
     * @param parcel without any change on its way
     * @param shopper to answer a question about a price
     */
    record Slow(
            @DefaultValue("2d") Duration purchase,
            @DefaultValue("15d") Duration seller,
            @DefaultValue("21d") Duration inbound,
            @DefaultValue("5d") Duration check,
            @DefaultValue("5d") Duration pack,
            @DefaultValue("5d") Duration handOver,
            @DefaultValue("60d") Duration parcel,
            @DefaultValue("14d") Duration shopper) {}
}
