package io.sampan.simulators.alipay;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times as Alipay writes them: to the second, in Shanghai. */
final class Dates {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Dates() {}

    static String text(Instant at) {
        return FORM.format(at.atZone(SHANGHAI));
    }

    /** Refuses what is no time. */
    static Instant of(String text) {
        try {
            return LocalDateTime.parse(text, FORM).atZone(SHANGHAI).toInstant();
        } catch (DateTimeParseException notATime) {
            throw Refused.argument("isv.invalid-timestamp", "非法的时间戳参数");
        }
    }
}
