package io.sampan.outside.marketplace.ali1688;

import io.sampan.outside.marketplace.OrderRead.Step;
import io.sampan.outside.wire.LooseJson;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code getLogisticsTraceInfo.buyerView}: times are China's. Source: docs/sources/1688.md "Trace". */
record Ali1688Trace(LooseJson reply) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final int STEPS = 500;

    List<Step> toSteps() {
        return reply.list("logisticsTrace").stream()
                .flatMap(parcel -> parcel.list("logisticsSteps").stream()
                        .flatMap(step -> step(parcel.text("logisticsBillNo"), step)))
                .sorted(Comparator.comparing(Step::at))
                .limit(STEPS)
                .toList();
    }

    private static Stream<Step> step(String number, LooseJson step) {
        return time(step.text("acceptTime")).map(at -> new Step(number, at, step.text("remark"))).stream();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).toInstant(CHINA));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
