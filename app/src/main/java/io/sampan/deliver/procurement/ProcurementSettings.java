package io.sampan.deliver.procurement;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.PurchaseRequest;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param warehouse where sellers send to, in Chinese; the defaults name a place that does not exist
 * @param waitBeforeBuying how long a paid order can still be cancelled for certain
 * @param freightBorneFen up to how many fen of freight within China above what was estimated are ours to bear
 * @param remarkLength most characters of a remark that marketplaces take
 * @param requotes how often the price may move between asking and ordering before a person looks
 * @param payTries how often one order's payment is tried before a person looks
 * @param mostMissing how often an order that should be there may be missing before a person looks
 * @param lookUpAfter how long after an unclear answer the marketplace is asked what became of it
 * @param absentAfter how long after an order was asked for it is believed that the marketplace has none; longer than the longest call
 * @param spacing after which a step that could not be done is tried again; doubles with each try
 * @param spacingMost longest wait between two tries
 * @param watchEvery how often a paid order is read that no push told about
 * @param tendEvery how often due purchases are taken up
 * @param tendBatch most purchases at one time on one node
 * @param steps most steps of one purchase at one time
 * @param lease how long one node has for each step before another may take the purchase over; longer than the longest, which is a payment of
 *     three calls
 */
@ConfigurationProperties(prefix = "sampan.procurement", ignoreUnknownFields = false)
record ProcurementSettings(
        @DefaultValue Warehouse warehouse,
        @DefaultValue("0s") Duration waitBeforeBuying,
        @DefaultValue("1500") long freightBorneFen,
        @DefaultValue("200") int remarkLength,
        @DefaultValue("3") int requotes,
        @DefaultValue("3") int payTries,
        @DefaultValue("10") int mostMissing,
        @DefaultValue("5s") Duration lookUpAfter,
        @DefaultValue("30s") Duration absentAfter,
        @DefaultValue("5s") Duration spacing,
        @DefaultValue("30m") Duration spacingMost,
        @DefaultValue("2h") Duration watchEvery,
        @DefaultValue("1s") Duration tendEvery,
        @DefaultValue("20") int tendBatch,
        @DefaultValue("20") int steps,
        @DefaultValue("90s") Duration lease) {

    Money freightBorne() {
        return Money.fen(freightBorneFen);
    }

    /**
     * The operator's warehouse as marketplaces want an address.
     *
     * @param name of the receiver, Chinese, as couriers read it
     * @param mobile of the receiver, eleven digits
     * @param province such as 广东省
     * @param city such as 东莞市
     * @param district such as 虎门镇
     * @param street with the number, and what a courier needs beside it
     * @param postcode six digits
     */
    record Warehouse(
            @DefaultValue("舢板集运仓") String name,
            @DefaultValue("13800000000") String mobile,
            @DefaultValue("广东省") String province,
            @DefaultValue("东莞市") String city,
            @DefaultValue("虎门镇") String district,
            @DefaultValue("样例路1号舢板仓库") String street,
            @DefaultValue("523900") String postcode) {
        PurchaseRequest.Receiver receiver() {
            return new PurchaseRequest.Receiver(name, mobile, province, city, district, street, postcode);
        }
    }
}
