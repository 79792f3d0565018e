package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.marketplace.OrderRead.Step;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import io.sampan.outside.wire.LooseJson;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code orderTrack} with its waybills. It begins when the order is placed, so that before there is a waybill nothing in it is of a parcel.
 * Source: docs/sources/jdvop.md "Track".
 */
record JdVopTrack(LooseJson reply) {
    private static final int STEPS = 500;

    /** Who tells what happens to the order rather than to its parcel. */
    private static final Set<String> NOT_COURIERS = Set.of("客户", "系统");

    static Map<String, String> fields(String orderId) {
        return Map.of("jdOrderId", orderId, "waybillCode", "1");
    }

    List<Waybill> waybills() {
        return reply.at("result").list("waybillCode").stream()
                .flatMap(row ->
                        row.words("deliveryOrderId").stream().map(number -> new Waybill(row.text("carrier"), number)))
                .distinct()
                .toList();
    }

    List<Step> toSteps() {
        var waybills = waybills();
        if (waybills.isEmpty()) {
            return List.of();
        }
        // A step does not say of which of several parcels it is.
        var number = waybills.size() == 1 ? waybills.getFirst().number() : "";
        return reply.at("result").list("orderTrack").stream()
                .filter(row -> !NOT_COURIERS.contains(row.text("operator")))
                .flatMap(row -> step(row, number))
                .sorted(Comparator.comparing(Step::at))
                .limit(STEPS)
                .toList();
    }

    private static Stream<Step> step(LooseJson row, String number) {
        return JdVopTexts.time(row.text("msgTime")).map(at -> new Step(number, at, row.text("content"))).stream();
    }
}
