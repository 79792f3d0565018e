package io.sampan.outside.marketplace.jdvop;

import io.sampan.money.amount.Money;
import io.sampan.outside.wire.LooseJson;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** How VOP writes amounts, times and pictures. */
final class JdVopTexts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /** Pictures come as paths below it. Source: docs/sources/jdvop.md "Goods". */
    private static final String PICTURES = "https://img13.360buyimg.com/n0/";

    private JdVopTexts() {}

    static Optional<Money> yuan(LooseJson level, String name) {
        return level.decimal(name).map(yuan -> Money.rounded(yuan, Money.CNY));
    }

    /** A time of China's. */
    static String time(Instant at) {
        return TIME.format(at.atOffset(CHINA));
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).toInstant(CHINA));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** A whole address, one without its scheme, or a path. */
    static Stream<URI> picture(String address) {
        if (address.isBlank()) {
            return Stream.empty();
        }
        var whole = address.startsWith("//") ? "https:" + address : address;
        try {
            return Stream.of(URI.create(whole.startsWith("http") ? whole.strip() : PICTURES + whole.strip()));
        } catch (IllegalArgumentException broken) {
            return Stream.empty();
        }
    }
}
