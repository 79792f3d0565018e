package io.sampan.outside.marketplace.jdvop;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.PurchaseRequest;
import io.sampan.outside.marketplace.PurchaseRequest.Line;
import io.sampan.outside.marketplace.Quoted;
import io.sampan.outside.wire.LooseJson;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** SKUs and how many of each, as VOP wants them; two lines of one SKU are one to it. Source: docs/sources/jdvop.md "Prices and stock". */
record JdVopBasket(PurchaseRequest request, JdVopPlace place) {
    private static final LooseJson NOTHING = LooseJson.of("");

    /** What has to be asked before ordering, in this order: what cannot be had at all comes first. */
    SequencedMap<JdVopApi, Map<String, String>> questions() {
        var skus = String.join(",", pieces().keySet());
        var questions = new LinkedHashMap<JdVopApi, Map<String, String>>();
        questions.put(JdVopApi.STOCK, Map.of("skuNums", LooseJson.write(rows()), "area", place.area()));
        questions.put(JdVopApi.PRICE, Map.of("sku", skus));
        questions.put(JdVopApi.AREA_LIMIT, with("skuIds", skus));
        var freight = new HashMap<>(with("sku", LooseJson.write(rows())));
        freight.put("paymentType", "4");
        questions.put(JdVopApi.FREIGHT, freight);
        return questions;
    }

    private Map<String, String> with(String name, String value) {
        var fields = new HashMap<>(place.fields());
        fields.put(name, value);
        return fields;
    }

    private Map<String, Integer> pieces() {
        return request.lines().stream()
                .collect(Collectors.toMap(Line::orderKey, Line::quantity, Integer::sum, LinkedHashMap::new));
    }

    private List<Map<String, Object>> rows() {
        return pieces().entrySet().stream()
                .map(one -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("skuId", Long.parseLong(one.getKey()));
                    row.put("num", one.getValue());
                    return (Map<String, Object>) row;
                })
                .toList();
    }

    /** As an order has them: with what belongs to them, without what JD gives away beside. */
    List<Map<String, Object>> ordered() {
        return rows().stream()
                .map(row -> {
                    row.put("bNeedAnnex", true);
                    row.put("bNeedGift", false);
                    return row;
                })
                .toList();
    }

    /** @param prices by line reference */
    List<Map<String, Object>> snapshot(Map<String, Money> prices) {
        var bySku = new LinkedHashMap<String, Money>();
        request.lines()
                .forEach(line ->
                        bySku.put(line.orderKey(), prices.getOrDefault(line.lineReference(), line.unitPrice())));
        return bySku.entrySet().stream()
                .map(one -> Map.<String, Object>of(
                        "skuId",
                        Long.parseLong(one.getKey()),
                        "price",
                        one.getValue().decimal()))
                .toList();
    }

    /** The lines that cannot be had there, as far as the answers tell. */
    List<String> notToBeHad(Map<JdVopApi, LooseJson> answers) {
        return request.lines().stream()
                .filter(line -> isShort(line, answers) || isRestricted(line, answers) || isUnpriced(line, answers))
                .map(Line::lineReference)
                .toList();
    }

    private static boolean isShort(Line line, Map<JdVopApi, LooseJson> answers) {
        return answers.containsKey(JdVopApi.STOCK)
                && !JdVopStock.of(told(answers, JdVopApi.STOCK), line.orderKey())
                        .map(JdVopStock::suffices)
                        .orElse(false);
    }

    private static boolean isRestricted(Line line, Map<JdVopApi, LooseJson> answers) {
        return told(answers, JdVopApi.AREA_LIMIT).list("result").stream()
                .anyMatch(row -> row.text("skuId").equals(line.orderKey()) && row.yes("isAreaRestrict"));
    }

    private static boolean isUnpriced(Line line, Map<JdVopApi, LooseJson> answers) {
        return answers.containsKey(JdVopApi.PRICE)
                && price(line, told(answers, JdVopApi.PRICE)).isEmpty();
    }

    private static LooseJson told(Map<JdVopApi, LooseJson> answers, JdVopApi api) {
        return answers.getOrDefault(api, NOTHING);
    }

    private static Optional<Money> price(Line line, LooseJson prices) {
        return prices.list("result").stream()
                .filter(row -> row.text("skuId").equals(line.orderKey()))
                .flatMap(row -> JdVopTexts.yuan(row, "price").stream())
                .filter(Money::isPositive)
                .findFirst();
    }

    /** @param answers to all questions */
    Quoted.Offered toOffered(Map<JdVopApi, LooseJson> answers) {
        var units = new HashMap<String, Money>();
        var goods = Money.zero(Money.CNY);
        for (var line : request.lines()) {
            var price = price(line, told(answers, JdVopApi.PRICE)).orElseThrow();
            units.put(line.lineReference(), price);
            goods = goods.plus(price.times(line.quantity()));
        }
        var freight = JdVopTexts.yuan(told(answers, JdVopApi.FREIGHT).at("result"), "freight");
        return new Quoted.Offered(goods, freight.orElse(Money.zero(Money.CNY)), units);
    }
}
