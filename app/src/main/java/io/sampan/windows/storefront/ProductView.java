package io.sampan.windows.storefront;

import io.sampan.browse.catalog.Product;
import io.sampan.browse.catalog.Verdict;
import io.sampan.browse.landedcost.Excluded;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Words;
import io.sampan.windows.frame.Frame;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as its page shows it.
 *
 * @param original the Chinese title where the page shows a translation, else empty
 * @param unitPrice of one piece in China at this quantity, in CNY; null when there is none that is believed
 * @param trust text key of how sure the price is, or why there is none
 * @param quotes the ways to the visitor's door
 * @param quote the one that is shown in full; null when no way goes there or nothing is on sale
 * @param least pieces that the seller sells at a time
 * @param most that anybody may order or say at once
 * @param stock pieces; null when the marketplace does not tell
 * @param excluded why no way goes there, line by line; empty when one does
 * @param warning text key of what the visitor must know first, or empty
 */
public record ProductView(
        String path,
        String marketplace,
        String itemId,
        String title,
        String language,
        String original,
        List<String> pictures,
        String shop,
        URI link,
        long sold,
        List<Option> options,
        @Nullable String skuId,
        String skuName,
        int quantity,
        int least,
        CartPage.Most most,
        @Nullable Money unitPrice,
        String trust,
        @Nullable Integer stock,
        boolean buyable,
        List<Way> ways,
        @Nullable LandedQuote quote,
        List<TierLine> tiers,
        List<Fact> facts,
        @Nullable Integer statedGrams,
        Instant checkedAt,
        List<Excluded> excluded,
        List<GoodsCard> similar,
        String warning) {
    private static final int MOST_FACTS = 24;

    /** One option such as colour, with its values as links. */
    public record Option(String name, String chosen, List<Choice> values) {}

    /** @param picture of the value, empty when it has none */
    public record Choice(String label, String href, String picture, boolean chosen, boolean out) {}

    /** One way to the door. */
    public record Way(LandedQuote quote, String href, boolean chosen) {}

    public record TierLine(int from, Money price, boolean reached) {}

    public record Fact(String name, String value) {}

    static ProductView of(Product product, Choosing choice, List<LandedQuote> quotes, Frame frame) {
        var offer = product.offer();
        var locale = frame.texts().locale();
        var sku = choice.sku();
        var path = Goods.path(product.item());
        var quote = shown(quotes, choice);
        return new ProductView(
                path,
                product.item().marketplace().slug(),
                product.item().itemId(),
                offer.title().in(locale),
                Goods.language(offer.title(), locale),
                original(offer.title(), frame),
                pictures(offer, sku),
                offer.shop().name(),
                offer.link(),
                offer.sold(),
                options(choice, path, frame),
                sku == null ? null : sku.skuId(),
                sku == null ? "" : name(sku, frame),
                choice.quantity(),
                Math.max(1, offer.minOrderQuantity()),
                choice.most(),
                sku == null ? null : offer.unitPrice(sku, choice.quantity()).orElse(null),
                trust(verdict(product, sku)),
                sku == null ? null : sku.stock(),
                sku != null && sku.price() != null && offer.onSale() && sku.inStock(choice.quantity()),
                ways(quotes, quote, choice, path),
                quote,
                tiers(offer, choice.quantity()),
                facts(offer, frame),
                offer.statedWeightGrams(),
                product.checkedAt(),
                List.of(),
                List.of(),
                "");
    }

    /** By the line that was chosen, else by the first. */
    private static @Nullable LandedQuote shown(List<LandedQuote> quotes, Choosing choice) {
        return quotes.stream()
                .filter(one -> one.line().value().equals(choice.line()))
                .findFirst()
                .orElse(quotes.isEmpty() ? null : quotes.getFirst());
    }

    private static @Nullable Verdict verdict(Product product, Offer.@Nullable Sku sku) {
        return sku == null
                ? null
                : product.sightings().getFirst().verdict(sku.skuId()).orElse(null);
    }

    private static String trust(@Nullable Verdict verdict) {
        return switch (verdict) {
            case Verdict.Believed(var confidence) ->
                switch (confidence) {
                    case ALONE -> "product.trust.alone";
                    case USUAL -> "product.trust.usual";
                    case CONFIRMED -> "product.trust.confirmed";
                };
            case Verdict.Held _ -> "product.no-price.held";
            case null -> "product.no-price.untold";
        };
    }

    /** Whether the visitor says in words which variant they mean, and a person buys it: only the price of the cheapest is known. */
    public boolean described() {
        return Offer.DESCRIBED.equals(skuId);
    }

    ProductView with(List<GoodsCard> rail, List<Excluded> refusing, String warned) {
        return new ProductView(
                path,
                marketplace,
                itemId,
                title,
                language,
                original,
                pictures,
                shop,
                link,
                sold,
                options,
                skuId,
                skuName,
                quantity,
                least,
                most,
                unitPrice,
                trust,
                stock,
                buyable,
                ways,
                quote,
                tiers,
                facts,
                statedGrams,
                checkedAt,
                refusing,
                rail,
                warned);
    }

    private static String original(Words title, Frame frame) {
        var locale = frame.texts().locale();
        return locale.getLanguage().equals("zh") || !title.speaks(locale) ? "" : title.chinese();
    }

    private static List<String> pictures(Offer offer, Offer.@Nullable Sku sku) {
        var pictures = new ArrayList<String>();
        if (sku != null && sku.picture() != null) {
            pictures.add(sku.picture().toString());
        }
        offer.pictures().stream()
                .map(URI::toString)
                .filter(uri -> !pictures.contains(uri))
                .forEach(pictures::add);
        return pictures;
    }

    private static String name(Offer.Sku sku, Frame frame) {
        return String.join(
                " · ",
                sku.options().stream()
                        .map(option -> option.value().in(frame.texts().locale()))
                        .toList());
    }

    private static List<Option> options(Choosing choice, String path, Frame frame) {
        var locale = frame.texts().locale();
        var options = new ArrayList<Option>();
        choice.options().forEach((name, values) -> {
            boolean pictured = values.stream()
                            .map(Choosing.Value::leadsTo)
                            .map(Offer.Sku::picture)
                            .distinct()
                            .count()
                    > 1;
            options.add(new Option(
                    name.name().in(locale),
                    values.stream()
                            .filter(Choosing.Value::chosen)
                            .map(value -> value.attribute().value().in(locale))
                            .findFirst()
                            .orElse(""),
                    values.stream()
                            .map(value -> new Choice(
                                    value.attribute().value().in(locale),
                                    address(path, value.leadsTo(), choice.quantity(), choice.line()),
                                    pictured && value.leadsTo().picture() != null
                                            ? value.leadsTo().picture().toString()
                                            : "",
                                    value.chosen(),
                                    !value.leadsTo().inStock(1)))
                            .toList()));
        });
        return options;
    }

    private static List<Way> ways(List<LandedQuote> quotes, @Nullable LandedQuote shown, Choosing choice, String path) {
        var sku = choice.sku();
        return sku == null
                ? List.of()
                : quotes.stream()
                        .map(one -> new Way(
                                one,
                                address(path, sku, choice.quantity(), one.line().value()),
                                one.equals(shown)))
                        .toList();
    }

    /** This page's address with all that is chosen. */
    public String here() {
        return ways.stream()
                .filter(Way::chosen)
                .map(Way::href)
                .findFirst()
                .orElseGet(() -> path + (skuId == null ? "" : "?sku=" + encoded(skuId)));
    }

    private static String address(String path, Offer.Sku sku, int quantity, String line) {
        return path + "?sku=" + encoded(sku.skuId()) + "&n=" + quantity
                + (line.isEmpty() ? "" : "&line=" + encoded(line));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<TierLine> tiers(Offer offer, int quantity) {
        return offer.tiers().stream()
                .map(tier -> new TierLine(tier.fromQuantity(), tier.price(), tier.fromQuantity() <= quantity))
                .toList();
    }

    private static List<Fact> facts(Offer offer, Frame frame) {
        var locale = frame.texts().locale();
        return offer.attributes().stream()
                .limit(MOST_FACTS)
                .map(fact -> new Fact(fact.name().in(locale), fact.value().in(locale)))
                .toList();
    }
}
