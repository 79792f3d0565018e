package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.wire.LooseJson;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /traffic/item/search} and {@code imgsearch}: prices are yuan as text, here alone; how many there are in all is not told. */
record TaobaoSearch(LooseJson data, TaobaoTexts texts) {
    static Map<String, String> fields(Searched.Query query, String language) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("keyword", query.words());
        fields.put("page_no", Integer.toString(query.page()));
        fields.put("page_size", Integer.toString(query.size()));
        fields.put("language", language);
        sort(query.order()).ifPresent(sort -> fields.put("sort", sort));
        return fields;
    }

    static Map<String, String> upload(byte[] picture) {
        return Map.of("image_base64", Base64.getEncoder().encodeToString(picture));
    }

    /** What looks like a picture comes on one page. */
    Searched.Page toPage() {
        var rows =
                data.list("data").stream().flatMap(row -> listing(row).stream()).toList();
        return new Searched.Page(rows, rows.size());
    }

    /** The total is as many as we saw, and one more where the page is full. */
    Searched.Page toPage(Searched.Query query) {
        var rows = data.list("data");
        long before = (query.page() - 1L) * query.size();
        long more = rows.size() >= query.size() ? 1 : 0;
        return new Searched.Page(
                rows.stream().flatMap(row -> listing(row).stream()).toList(), before + rows.size() + more);
    }

    private Optional<Listing> listing(LooseJson row) {
        var id = row.text("item_id");
        var price =
                row.decimal("price").map(yuan -> Money.rounded(yuan, Money.CNY)).filter(Money::isPositive);
        var picture = TaobaoTexts.picture(row.text("main_image_url")).findFirst();
        if (!id.matches("\\d{1,20}") || price.isEmpty() || picture.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Listing(new ItemRef(MarketplaceId.TAOBAO, id), texts.title(row), picture.get(), price.get(), 0));
    }

    private static Optional<String> sort(Searched.Order order) {
        return switch (order) {
            case RELEVANCE -> Optional.empty();
            case PRICE_UP -> Optional.of("PRICE_ASC");
            case PRICE_DOWN -> Optional.of("PRICE_DESC");
            case SALES -> Optional.of("SALE_QTY_DESC");
        };
    }
}
