package io.sampan.outside.marketplace.top;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Searched.Listing;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.marketplace.top.TopSaid.Data;
import io.sampan.outside.wire.LooseJson;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The goods that OpenMall sells: everybody's, and those that are supplied to us alone. The platform lists them and cannot search them, so that each
 * node reads the list through at times and searches its titles itself. Source: docs/sources/openmall.md "items.query".
 */
final class OpenMallPool {
    private static final Logger LOG = LoggerFactory.getLogger(OpenMallPool.class);
    private static final int PAGE = 100;
    private static final long ON_SALE = 1;
    private static final String NOT_READ = "The pool of goods has not been read yet";

    private record Goods(String itemId, String title, URI picture, Money price) {
        boolean isCalled(String[] words) {
            var lower = title.toLowerCase(Locale.ROOT);
            return Arrays.stream(words).allMatch(lower::contains);
        }

        Listing listing() {
            return new Listing(new ItemRef(MarketplaceId.TAOBAO, itemId), Words.chinese(title), picture, price, 0);
        }
    }

    private final TopHttp http;
    private final OpenMallSettings settings;
    private final Clock clock;
    private volatile List<Goods> pool = List.of();
    private volatile @Nullable Instant readAt;

    OpenMallPool(TopHttp http, OpenMallSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads the list through if it is time; what was read before stays when the platform does not answer to the end. */
    void read() {
        var before = readAt;
        if (before != null && clock.instant().isBefore(before.plus(settings.poolEvery()))) {
            return;
        }
        var goods = new LinkedHashMap<String, Goods>();
        boolean whole = read(goods, Map.of()) && read(goods, Map.of("distributor", settings.distributor()));
        if (whole) {
            pool = List.copyOf(goods.values());
            readAt = clock.instant();
        }
    }

    private boolean read(Map<String, Goods> goods, Map<String, String> whose) {
        for (int page = 1; page <= settings.poolPages(); page++) {
            var asked = new LinkedHashMap<>(whose);
            asked.put("page_no", Integer.toString(page));
            asked.put("page_size", Integer.toString(PAGE));
            if (!(http.ask(TopApi.ITEMS, asked) instanceof Data(var data))) {
                return false;
            }
            var rows = data.at("result", "item_list").list("top_item_vo");
            rows.stream().flatMap(row -> goods(row).stream()).forEach(one -> goods.put(one.itemId(), one));
            if (rows.size() < PAGE) {
                return true;
            }
        }
        LOG.warn("OpenMall has more goods than {} pages: raise sampan.openmall.pool-pages", settings.poolPages());
        return true;
    }

    private static Optional<Goods> goods(LooseJson row) {
        var id = row.text("item_id");
        var picture = TopValue.picture(row.text("pic_url")).findFirst();
        boolean sold = row.whole("status").orElse(0L) == ON_SALE && TopValue.isNumber(id);
        return sold && picture.isPresent()
                ? TopValue.price(row, "cost_price").map(price -> new Goods(id, row.text("title"), picture.get(), price))
                : Optional.empty();
    }

    /** Those whose titles hold every word; how much of them is sold is not told, so that by sales means as they are listed. */
    Searched search(Searched.Query query) {
        if (readAt == null) {
            return new Searched.Later(TopHttp.SOON, NOT_READ);
        }
        var words = query.words().strip().toLowerCase(Locale.ROOT).split("\\s+");
        var found = ordered(pool.stream().filter(goods -> goods.isCalled(words)), query.order())
                .toList();
        var page = found.stream()
                .skip((query.page() - 1L) * query.size())
                .limit(query.size())
                .map(Goods::listing)
                .toList();
        return new Searched.Page(page, found.size());
    }

    private static Stream<Goods> ordered(Stream<Goods> goods, Searched.Order order) {
        return switch (order) {
            case RELEVANCE, SALES -> goods;
            case PRICE_UP -> goods.sorted(Comparator.comparing(Goods::price));
            case PRICE_DOWN -> goods.sorted(Comparator.comparing(Goods::price).reversed());
        };
    }
}
