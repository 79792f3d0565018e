package io.sampan.outside.marketplace.top;

import io.sampan.money.amount.Money;
import io.sampan.outside.wire.LooseJson;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/** How TOP writes times, amounts and addresses. */
final class TopValue {
    static final ZoneId BEIJING = ZoneId.of("GMT+8");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private TopValue() {}

    static String written(Instant time) {
        return TIME.format(LocalDateTime.ofInstant(time, BEIJING));
    }

    static Optional<Instant> time(String written) {
        try {
            return Optional.of(
                    LocalDateTime.parse(written, TIME).atZone(BEIJING).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** A price in yuan as text; none where it is not above zero. */
    static Optional<Money> price(LooseJson level, String name) {
        return yuan(level, name).filter(Money::isPositive);
    }

    /** An amount in yuan as text, which may be zero. */
    static Optional<Money> yuan(LooseJson level, String name) {
        return level.decimal(name).map(yuan -> Money.rounded(yuan, Money.CNY));
    }

    /** An address of a picture, given without its scheme at times. */
    static Stream<URI> picture(String address) {
        var whole = address.startsWith("//") ? "https:" + address : address;
        try {
            return whole.startsWith("http") ? Stream.of(URI.create(whole.strip())) : Stream.empty();
        } catch (IllegalArgumentException broken) {
            return Stream.empty();
        }
    }

    /** Whether a text is an item's number, as all connectors to Taobao name items. */
    static boolean isNumber(String id) {
        return id.matches("\\d{1,20}");
    }

    static URI page(String itemId) {
        return URI.create("https://item.taobao.com/item.htm?id=" + itemId);
    }
}
