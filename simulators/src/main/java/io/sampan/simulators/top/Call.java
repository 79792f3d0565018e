package io.sampan.simulators.top;

import io.sampan.simulators.kernel.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One call's flat fields; nested values are JSON in a string, times are Beijing's. */
public record Call(Map<String, String> fields) {
    /** TOP's clock. */
    public static final ZoneId BEIJING = ZoneId.of("GMT+8");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BEIJING);

    /** A time as TOP writes it. */
    public static String written(Instant time) {
        return TIME.format(time);
    }

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).atZone(BEIJING).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    public String needed(String name) {
        if (text(name).isBlank()) {
            throw Refused.missing(name);
        }
        return text(name);
    }

    public long number(String name) {
        if (!needed(name).matches("\\d{1,18}|[1-8]\\d{18}")) {
            throw Refused.invalid(name);
        }
        return Long.parseLong(text(name));
    }

    /** A whole number within bounds; out of them the gateway refuses it. */
    public int number(String name, int usual, int least, int most) {
        if (text(name).isBlank()) {
            return usual;
        }
        long number = number(name);
        if (number < least || number > most) {
            throw Refused.invalid(name);
        }
        return (int) number;
    }

    public Instant time(String name) {
        return read(needed(name)).orElseThrow(() -> Refused.invalid(name));
    }

    /** Yuan with at most two digits as fen; otherwise refused. */
    public static long fen(String name, String yuan) {
        if (!yuan.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw Refused.invalid(name);
        }
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    public JsonNode json(String name) {
        try {
            return Json.tree(needed(name));
        } catch (JacksonException e) {
            throw Refused.invalid(name);
        }
    }
}
