package io.sampan.deliver.haul;

import io.sampan.money.amount.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * @param boxes the file of the warehouse's boxes
 * @param packingFen what packing one parcel costs, in 1/100 yuan
 * @param storageFen what a thing costs for each day that it lies longer than it may, in 1/100 yuan
 */
@ConfigurationProperties(prefix = "sampan.haul", ignoreUnknownFields = false)
record HaulSettings(
        @DefaultValue("classpath:rules/haul/boxes.csv") Resource boxes,
        @DefaultValue("600") long packingFen,
        @DefaultValue("200") long storageFen) {
    Money packing() {
        return Money.fen(packingFen);
    }

    Money storagePerDay() {
        return Money.fen(storageFen);
    }
}
