package io.sampan.outside.marketplace.jdvop;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Offer.Availability;
import io.sampan.outside.marketplace.Offer.Category;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.outside.marketplace.Offer.Shop;
import io.sampan.outside.marketplace.Offer.Sku;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.LooseJson;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What four answers tell of one SKU and of its siblings, the same thing in other colours and sizes. To JD each of them is an item of its own; here
 * the one that was asked for is the item, and all of them are its variants. Source: docs/sources/jdvop.md "Goods".
 *
 * @param detail the {@code result} of {@code getDetail}
 * @param family what ties the siblings together
 * @param prices the reply of {@code getSellPrice} for all of the family; a SKU that is not there is not sold to us
 * @param stock the reply of {@code getNewStockById} for them
 * @param categoryName of the leaf; empty when unknown
 */
record JdVopProduct(
        LooseJson detail, JdVopFamily family, LooseJson prices, LooseJson stock, Optional<String> categoryName) {
    private static final int PICTURES = 20;
    private static final int ATTRIBUTES = 60;
    private static final Pattern PARAMETER =
            Pattern.compile("<td[^>]*class=\"tdTitle\"[^>]*>([^<]{1,100})</td>\\s*<td[^>]*>([^<]{1,500})</td>");
    private static final Pattern PICTURE = Pattern.compile("<img[^>]{0,200}?src=\"([^\"]{1,500})\"");
    private static final BigDecimal GRAMS = BigDecimal.valueOf(1000);

    /** JD itself, the one seller that the contract is with; its goods are ordered together whatever their brand. */
    private static final Shop JD = new Shop("jd", "京东自营");

    Offer toOffer(Instant seenAt) {
        var attributes = attributes();
        var skus = skus();
        return new Offer(
                new ItemRef(MarketplaceId.JD, id()),
                Words.chinese(family.withoutOptions(id(), detail.text("name"))),
                URI.create("https://item.jd.com/" + id() + ".html"),
                JD,
                category(),
                pictures(),
                attributes,
                List.of(),
                skus,
                1,
                weightGrams(),
                null,
                null,
                Hazard.toldBy(hazardTexts(attributes)),
                skus.stream().anyMatch(sku -> sku.inStock(1)) ? Availability.ON_SALE : Availability.SOLD_OUT,
                0,
                JdVop.SOURCE,
                seenAt);
    }

    String id() {
        return detail.text("sku");
    }

    /** Whether JD took it off its shelves. */
    static boolean isDelisted(LooseJson detail) {
        return detail.text("state").equals("0");
    }

    /** The leaf of {@code a;b;c}. */
    static String leaf(LooseJson detail) {
        var path = detail.text("category");
        return path.substring(path.lastIndexOf(';') + 1);
    }

    private Category category() {
        return new Category(
                leaf(detail), categoryName.map(Words::chinese).stream().toList());
    }

    private List<URI> pictures() {
        var below = PICTURE.matcher(detail.text("introduction")).results().map(found -> found.group(1));
        return Stream.concat(Stream.of(detail.text("imagePath")), below)
                .flatMap(JdVopTexts::picture)
                .distinct()
                .limit(PICTURES)
                .toList();
    }

    /** The parameters are told as a table of HTML alone. */
    private List<Attribute> attributes() {
        return PARAMETER
                .matcher(detail.text("param"))
                .results()
                .map(row -> new Attribute(words(row.group(1)), words(row.group(2))))
                .limit(ATTRIBUTES)
                .toList();
    }

    private static Words words(String html) {
        return Words.chinese(HtmlUtils.htmlUnescape(html).strip());
    }

    private List<Sku> skus() {
        return family.skus().stream()
                .flatMap(sku -> price(sku).map(price -> sku(sku, price)).stream())
                .toList();
    }

    private Sku sku(String sku, Money price) {
        return new Sku(
                sku,
                sku,
                family.options(sku),
                price,
                pieces(sku),
                family.picture(sku).orElse(null));
    }

    private Optional<Money> price(String sku) {
        return prices.list("result").stream()
                .filter(row -> row.text("skuId").equals(sku))
                .flatMap(row -> JdVopTexts.yuan(row, "price").stream())
                .filter(Money::isPositive)
                .findFirst();
    }

    private @Nullable Integer pieces(String sku) {
        return JdVopStock.of(stock, sku).map(JdVopStock::pieces).orElse(null);
    }

    /** Kilograms; 0 when nobody has stated a weight. */
    private @Nullable Integer weightGrams() {
        return detail.decimal("weight")
                .map(kilograms -> kilograms.multiply(GRAMS).intValue())
                .filter(grams -> grams > 0)
                .orElse(null);
    }

    private Stream<String> hazardTexts(List<Attribute> attributes) {
        return Stream.concat(
                Stream.of(categoryName.orElse(""), detail.text("name")),
                attributes.stream()
                        .map(attribute ->
                                attribute.name().chinese() + attribute.value().chinese()));
    }
}
