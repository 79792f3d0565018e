package io.sampan.browse.catalog;

import io.sampan.browse.catalog.Verdict.Doubt;
import io.sampan.browse.catalog.Verdict.Held;
import io.sampan.outside.marketplace.Offer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sellers' words that say that a price is none of goods: deposits and what remains after them, freight, price differences, and prices for who buys
 * many. What only sounds like it, such as freight insurance or "no deposit", is taken out first. Source: docs/sources/prices.md "words".
 */
final class PriceWords {
    private static final Pattern HARMLESS = Pattern.compile("运费险|退货运费|(免|包|含|不含|赠送?|送)(邮|运)费|(邮|运)费(到付|自理|另计|险)"
            + "|偏远[^ ,，]{0,6}(补(邮|运)费|勿拍)|(免|无|零|0|不是|非|不用|无需|不需要?)(付|交|需)?(定金|订金|押金|尾款|首付)|(定金|订金|尾款)(翻倍|膨胀|立减|券)"
            + "|不议价|(退|返|赔)差价|买贵[^ ,，]{0,4}差价?|(价保|保价)[^ ,，]{0,4}差价?|差价(双倍|十倍)");

    private static final Map<Doubt, Pattern> OF_VARIANTS =
            patterns("定金|订金|意向金|押金|首付|预付款", "尾款", "补差|差价|邮费|运费|邮差|专拍|补拍|打样费|开模费|版费|勿拍|不发货|议价|面议|询价|改价");

    private static final Map<Doubt, Pattern> OF_TITLES = patterns(
            "定金|订金|意向金|付首付",
            "尾款",
            "补差价|补差(专|链)|差价(专拍|链接|补)|补(邮|运)费|(邮|运)费(专拍|补|链接|差)|(专拍|专用)链接|(请|切)?勿(直接)?拍|议价|面议|(联系|咨询)客服改价|打样费|开模费");

    /** A variant that says so is the goods themselves, in a title that also offers a deposit. */
    private static final Pattern WHOLE = Pattern.compile("全款|全价|全额|一口价");

    private static final Pattern LEAST = Pattern.compile("(\\d{1,6})\\s*[个件只条双套台支包盒箱把张米斤瓶卷本片]?\\s*(起批|起订|起售|起卖|起拍)");

    private PriceWords() {}

    private static Map<Doubt, Pattern> patterns(String deposit, String balance, String notGoods) {
        var all = new LinkedHashMap<Doubt, Pattern>();
        all.put(Doubt.BALANCE, Pattern.compile(balance));
        all.put(Doubt.DEPOSIT, Pattern.compile(deposit));
        all.put(Doubt.NOT_GOODS, Pattern.compile(notGoods));
        return all;
    }

    /** What the words of the variant, or of the title that holds for all, say against the price. */
    static Optional<Held> against(Offer offer, ToldPrice price) {
        var own = find(OF_VARIANTS, price.words());
        if (own.isPresent()) {
            return own;
        }
        return WHOLE.matcher(price.words()).find()
                ? Optional.empty()
                : title(offer.title().chinese()).or(() -> least(offer));
    }

    /** What a title says against any price beside it. */
    static Optional<Held> title(String title) {
        return find(OF_TITLES, title);
    }

    private static Optional<Held> find(Map<Doubt, Pattern> patterns, String text) {
        var said = HARMLESS.matcher(text).replaceAll(" ");
        for (var entry : patterns.entrySet()) {
            var match = entry.getValue().matcher(said);
            if (match.find()) {
                return Optional.of(new Held(entry.getKey(), match.group()));
            }
        }
        return Optional.empty();
    }

    /** The title names a smallest quantity that the offer itself does not know: its price is for that many. */
    private static Optional<Held> least(Offer offer) {
        return LEAST.matcher(offer.title().chinese())
                .results()
                .filter(match -> Integer.parseInt(match.group(1)) > Math.max(1, offer.minOrderQuantity()))
                .findFirst()
                .map(match -> new Held(Doubt.MINIMUM_QUANTITY, match.group()));
    }
}
