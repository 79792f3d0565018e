package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Html;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a SKU is, whether it may be bought, and which others there are. Source: docs/sources/jdvop/detail, similar, check. */
final class GoodsApi {
    private final Pool pool;
    private final Supplier<Images> images;
    private final Consumer<Pool.Article> seen;

    GoodsApi(Pool pool, Supplier<Images> images, Consumer<Pool.Article> seen) {
        this.pool = pool;
        this.images = images;
        this.seen = seen;
    }

    private Pool.Article article(Call call) {
        long sku = call.number("sku");
        if (!pool.known(sku)) {
            throw new Refused("0010", "返回数据为空");
        }
        return pool.article(sku).orElseThrow(() -> new Refused("2004", "商品池权限不足"));
    }

    Reply detail(Call call) {
        Pool.Article article = article(call);
        seen.accept(article);
        var listing = article.listing();
        var category = listing.category();
        return Reply.of(Fields.of(
                "sku",
                article.sku().id(),
                "name",
                article.name(),
                "brandName",
                listing.shop().brand().zh(),
                "category",
                category.topId() + ";" + category.middleId() + ";" + category.id(),
                "imagePath",
                images.get().of(listing, article.sku().colour()),
                "introduction",
                introduction(article),
                "param",
                param(article.offer()),
                "wareQD",
                listing.facts().noun() + " × 1",
                "saleUnit",
                "件",
                "weight",
                weight(article.offer()),
                "productArea",
                listing.shop().province() + listing.shop().city(),
                "upc",
                "69" + listing.id(),
                "eleGift",
                "",
                "state",
                article.listed() ? 1 : 0));
    }

    private String introduction(Pool.Article article) {
        return images.get().all(article.offer()).stream()
                .map(address -> "<img src=\"" + address + "\">")
                .collect(Collectors.joining("", "<div>", "</div>"));
    }

    private static String param(Offer offer) {
        return offer.attributes().stream()
                .map(one ->
                        "<tr><td class=\"tdTitle\">" + Html.escape(one.name().zh()) + "</td><td>"
                                + Html.escape(one.value().zh()) + "</td></tr>")
                .collect(Collectors.joining("", "<table class=\"Ptable\">", "</table>"));
    }

    /** Kilograms; 0 when nobody has stated a weight. */
    private static Number weight(Offer offer) {
        Integer grams = offer.statedGrams();
        return grams == null ? 0 : grams / 1000.0;
    }

    Reply images(Call call) {
        Map<String, Object> bySku = new LinkedHashMap<>();
        for (long sku : call.skus("sku")) {
            pool.article(sku).ifPresent(article -> bySku.put(String.valueOf(sku), pictures(article)));
        }
        return Reply.of(bySku);
    }

    private List<Map<String, @Nullable Object>> pictures(Pool.Article article) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String path : images.get().all(article.offer())) {
            boolean first = rows.isEmpty();
            rows.add(Fields.of(
                    "skuId",
                    article.sku().id(),
                    "path",
                    first ? images.get().of(article.listing(), article.sku().colour()) : path,
                    "isPrimary",
                    first ? 1 : 0,
                    "orderSort",
                    rows.size() + 1,
                    "yn",
                    1));
        }
        return rows;
    }

    Reply states(Call call) {
        return Reply.of(articles(call, "sku").stream()
                .map(article -> Fields.of("sku", article.sku().id(), "state", article.listed() ? 1 : 0))
                .toList());
    }

    Reply check(Call call) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (long sku : call.skus("skuIds")) {
            var article = pool.article(sku);
            rows.add(Fields.of(
                    "skuId",
                    sku,
                    "name",
                    article.map(Pool.Article::name).orElse(""),
                    "saleState",
                    article.filter(Pool.Article::listed).isPresent() ? 1 : 0,
                    "isCanVAT",
                    1,
                    "is7ToReturn",
                    1));
        }
        return Reply.of(rows);
    }

    private List<Pool.Article> articles(Call call, String name) {
        return call.skus(name).stream()
                .flatMap(sku -> pool.article(sku).stream())
                .toList();
    }

    /** The same product in other colours and sizes: the only thing that ties its SKUs together. */
    Reply similar(Call call) {
        Offer offer = article(call).offer();
        return Reply.of(List.of(
                dimension(1, "颜色", offer, sku -> sku.colour().name()), dimension(2, "尺码", offer, Offer.Sku::size)));
    }

    private Map<String, @Nullable Object> dimension(
            int dim, String name, Offer offer, Function<Offer.Sku, Word> value) {
        Map<String, List<Offer.Sku>> byValue = new LinkedHashMap<>();
        offer.skus()
                .forEach(sku -> byValue.computeIfAbsent(value.apply(sku).zh(), v -> new ArrayList<>())
                        .add(sku));
        return Fields.of(
                "dim", dim,
                "saleName", name,
                "saleAttrList",
                        byValue.entrySet().stream()
                                .map(one -> Fields.of(
                                        "saleValue", one.getKey(),
                                        "imagePath",
                                                images.get()
                                                        .of(
                                                                offer.listing(),
                                                                one.getValue()
                                                                        .getFirst()
                                                                        .colour()),
                                        "skuIds",
                                                one.getValue().stream()
                                                        .map(Offer.Sku::id)
                                                        .toList()))
                                .toList());
    }
}
