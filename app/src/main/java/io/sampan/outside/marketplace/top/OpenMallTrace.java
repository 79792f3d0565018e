package io.sampan.outside.marketplace.top;

import io.sampan.outside.marketplace.OrderRead.Step;
import io.sampan.outside.wire.LooseJson;
import java.util.Comparator;
import java.util.List;

/** {@code taobao.openmall.trace.search}: the list counts, the status above it is documented as to be ignored. */
record OpenMallTrace(LooseJson data) {
    private static final int STEPS = 500;

    List<Step> toSteps() {
        var result = data.at("result");
        var number = result.text("out_sid");
        return result.at("trace_list").list("transit_step_info_vo").stream()
                .flatMap(
                        step -> TopValue.time(step.text("status_time"))
                                .map(at -> new Step(number, at, step.text("status_desc")))
                                .stream())
                .distinct()
                .sorted(Comparator.comparing(Step::at))
                .limit(STEPS)
                .toList();
    }
}
