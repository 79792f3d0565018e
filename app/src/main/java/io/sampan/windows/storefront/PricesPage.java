package io.sampan.windows.storefront;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.PricePoint;
import io.sampan.money.amount.Money;
import io.sampan.windows.frame.NotThere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What one piece of a product cost in China since we know it: whether today is a good day to buy. */
@Controller
public class PricesPage {
    private static final int SHOWN = 60;

    private final Storefront storefront;
    private final Catalog catalog;
    private final OwnGoods own;

    PricesPage(Storefront storefront, Catalog catalog, OwnGoods own) {
        this.storefront = storefront;
        this.catalog = catalog;
        this.own = own;
    }

    /** How a price stands to the one before it. */
    public enum Trend {
        FIRST,
        UP,
        DOWN
    }

    /** From this moment on it cost this. */
    public record Step(Instant at, Money price, Trend trend) {}

    /**
     * @param path of the product's page
     * @param steps the latest first; only those whose price differs from the one before
     */
    public record View(String path, String title, List<Step> steps) {}

    @GetMapping("/p/{marketplace}/{itemId}/prices")
    void prices(
            @PathVariable String marketplace,
            @PathVariable String itemId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var item = Goods.item(marketplace, itemId);
        var frame = storefront.frame(request);
        own.check(item, frame.visitor());
        var product = catalog.find(item).orElseThrow(NotThere::new);
        var steps = steps(catalog.priceHistory(item)).reversed();
        var view = new View(
                Goods.path(item),
                product.offer().title().in(frame.texts().locale()),
                steps.stream().limit(SHOWN).toList());
        storefront.show(response, "prices", frame, view);
    }

    /** @param points the oldest first */
    private static List<Step> steps(List<PricePoint> points) {
        var steps = new ArrayList<Step>();
        for (var point : points) {
            var price = point.priceFrom();
            int rise = steps.isEmpty() ? 0 : price.compareTo(steps.getLast().price());
            if (steps.isEmpty() || rise != 0) {
                var trend = steps.isEmpty() ? Trend.FIRST : rise > 0 ? Trend.UP : Trend.DOWN;
                steps.add(new Step(point.at(), price, trend));
            }
        }
        return steps;
    }
}
