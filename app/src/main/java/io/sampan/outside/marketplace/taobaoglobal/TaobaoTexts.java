package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How Taobao Global writes texts, amounts and pictures.
 *
 * @param language that it was asked to translate into
 */
record TaobaoTexts(String language) {
    /** A text and its translation; one that equals the original is none. */
    Words words(String chinese, String translated) {
        return translated.isBlank() || translated.equals(chinese)
                ? Words.chinese(chinese)
                : new Words(chinese, Map.of(language, translated));
    }

    /** The title of an item or of a row, with what its {@code multi_language_info} says. */
    Words title(LooseJson item) {
        return words(item.text("title"), translations(item).text("title"));
    }

    /** The translations in an item; nothing when they are in another language than asked for. */
    LooseJson translations(LooseJson item) {
        var info = item.at("multi_language_info");
        return info.text("language").equals(language) ? info : LooseJson.of("");
    }

    /** A property and its translation, which is found by the property's and the value's ids. */
    Attribute attribute(LooseJson property, Stream<LooseJson> translated) {
        var found = translated
                .filter(other -> other.text("prop_id").equals(property.text("prop_id"))
                        && other.text("value_id").equals(property.text("value_id")))
                .findFirst()
                .orElse(LooseJson.of(""));
        return new Attribute(
                words(property.text("prop_name"), found.text("prop_name")),
                words(property.text("value_name"), found.text("value_name")));
    }

    static Optional<Money> fen(LooseJson level, String name) {
        return level.whole(name).map(Money::fen);
    }

    /** A fee in fen, bare or as an object with its currency; only one of them is known for sure to be wrapped. */
    static Money fee(LooseJson level, String name) {
        return fen(level.at(name), "amount").or(() -> fen(level, name)).orElse(Money.zero(Money.CNY));
    }

    /** What a buyer pays now: the promotion's price where there is one; coupons are not ours to give. */
    static Optional<Money> price(LooseJson level) {
        return fen(level, "promotion_price")
                .filter(Money::isPositive)
                .or(() -> fen(level, "price").filter(Money::isPositive));
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
