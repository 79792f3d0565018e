package io.sampan.outside.marketplace.ali1688;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How 1688 writes texts, amounts and pictures.
 *
 * @param language that it was asked to translate into
 */
record Ali1688Texts(String language) {
    private static final String TRANSLATED = "Trans";

    /** A text and its translation; one that equals the original is none. Source: docs/sources/1688.md "Translation". */
    Words words(LooseJson level, String name) {
        var chinese = level.text(name);
        return level.words(name + TRANSLATED)
                .filter(translated -> !translated.equals(chinese))
                .map(translated -> new Words(chinese, Map.of(language, translated)))
                .orElse(Words.chinese(chinese));
    }

    Attribute attribute(LooseJson level) {
        return new Attribute(words(level, "attributeName"), words(level, "value"));
    }

    static Optional<Money> yuan(LooseJson level, String name) {
        return level.decimal(name).map(yuan -> Money.rounded(yuan, Money.CNY));
    }

    static Optional<Money> fen(LooseJson level, String name) {
        return level.whole(name).map(Money::fen);
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
}
