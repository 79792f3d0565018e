package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.marketplace.PurchaseRequest.Receiver;
import io.sampan.outside.wire.LooseJson;
import java.util.Map;
import java.util.Optional;

/** A place by JD's own four numbers; the town is 0 where there is none. Source: docs/sources/jdvop.md "Areas". */
record JdVopPlace(String province, String city, String county, String town) {
    /** What JD is asked to find the numbers of an address with. */
    static Map<String, String> asked(Receiver receiver) {
        return Map.of("address", receiver.province() + receiver.city() + receiver.district() + receiver.street());
    }

    /** Empty where the answer names no county, below which nothing is delivered. */
    static Optional<JdVopPlace> of(LooseJson reply) {
        var result = reply.at("result");
        return result.words("countyId")
                .filter(county -> !county.equals("0"))
                .map(county -> new JdVopPlace(
                        result.text("provinceId"),
                        result.text("cityId"),
                        county,
                        result.words("townId").orElse("0")));
    }

    Map<String, String> fields() {
        return Map.of("province", province, "city", city, "county", county, "town", town);
    }

    /** As stock is asked for. */
    String area() {
        return String.join("_", province, city, county, town);
    }
}
