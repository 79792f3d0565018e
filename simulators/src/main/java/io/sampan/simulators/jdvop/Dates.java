package io.sampan.simulators.jdvop;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** VOP's times: {@code 2026-11-22 16:00:00}, Chinese time. */
final class Dates {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Dates() {}

    static String wire(Instant time) {
        return WIRE.format(time.atZone(CHINA));
    }

    static Instant parsed(String name, String text) {
        try {
            return LocalDateTime.parse(text, WIRE).atZone(CHINA).toInstant();
        } catch (DateTimeParseException e) {
            throw Refused.badFormat(name);
        }
    }
}
