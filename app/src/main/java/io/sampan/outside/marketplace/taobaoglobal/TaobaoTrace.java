package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.outside.marketplace.OrderRead.Step;
import io.sampan.outside.wire.LooseJson;
import java.time.Instant;
import java.util.stream.Stream;

/** {@code /logistics/detail/get} of one line: times are milliseconds since 1970. Its text field is misspelt by the platform. */
record TaobaoTrace(LooseJson data) {
    Stream<Step> toSteps() {
        return data.list("pnm_logistics_details").stream()
                .flatMap(parcel ->
                        parcel.list("logistics_traces").stream().flatMap(trace -> step(parcel.text("mail_no"), trace)));
    }

    private static Stream<Step> step(String number, LooseJson trace) {
        var words = trace.words("standerd_desc").orElse(trace.text("status_desc"));
        return trace.whole("time").map(at -> new Step(number, Instant.ofEpochMilli(at), words)).stream();
    }
}
