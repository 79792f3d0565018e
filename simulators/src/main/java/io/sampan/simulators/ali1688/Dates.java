package io.sampan.simulators.ali1688;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** 1688's two ways of writing a time, both in Chinese time. */
final class Dates {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSSxx");
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Dates() {}

    /** {@code 20180614101942000+0800}. */
    static String wire(Instant time) {
        return WIRE.format(time.atZone(CHINA));
    }

    static @Nullable String wireOrNull(@Nullable Instant time) {
        return time == null ? null : wire(time);
    }

    /** {@code 2018-06-14 10:19:42}. */
    static String plain(Instant time) {
        return PLAIN.format(time.atZone(CHINA));
    }

    static Instant parsed(String name, String text) {
        try {
            return OffsetDateTime.parse(text, WIRE).toInstant();
        } catch (DateTimeParseException e) {
            throw Refused.missing(name);
        }
    }
}
