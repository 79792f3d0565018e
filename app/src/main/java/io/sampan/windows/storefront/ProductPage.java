package io.sampan.windows.storefront;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.browse.freshness.Freshness;
import io.sampan.browse.freshness.Looked;
import io.sampan.browse.landedcost.Excluded;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.Carts;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.windows.frame.Frame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One product: what it is, and what it costs at the visitor's door. All of it comes from memory, unless a look at the marketplace is worth the wait. */
@Controller
public class ProductPage {
    private final Storefront storefront;
    private final Freshness freshness;
    private final Catalog catalog;
    private final Carts carts;
    private final DoorPrices doors;
    private final Goods goods;
    private final OwnGoods own;

    ProductPage(
            Storefront storefront,
            Freshness freshness,
            Catalog catalog,
            Carts carts,
            DoorPrices doors,
            Goods goods,
            OwnGoods own) {
        this.storefront = storefront;
        this.freshness = freshness;
        this.catalog = catalog;
        this.carts = carts;
        this.doors = doors;
        this.goods = goods;
        this.own = own;
    }

    /**
     * What the visitor chose so far, as the address says it; empty or 0 where they chose nothing.
     *
     * @param most that anybody may order or say at once
     */
    record Asked(String sku, int quantity, String line, CartPage.Most most) {}

    @GetMapping("/p/{marketplace}/{itemId}")
    void product(
            @PathVariable String marketplace,
            @PathVariable String itemId,
            @RequestParam(defaultValue = "") String sku,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var item = Goods.item(marketplace, itemId);
        var frame = storefront.frame(request);
        own.check(item, frame.visitor());
        var asked = new Asked(
                sku,
                pieces(request),
                text(request.getParameter("line")),
                new CartPage.Most(carts.mostPieces(), carts.longestRemark()));
        switch (freshness.show(item)) {
            case Looked.Fresh fresh -> show(response, frame, fresh.product(), asked, "");
            case Looked.Stale stale -> show(response, frame, stale.product(), asked, "product.stale");
            case Looked.Gone _
            when catalog.find(item).isPresent() -> absent(response, frame, item, "product.gone", HttpStatus.GONE);
            case Looked.Gone _ -> absent(response, frame, item, "product.nowhere", HttpStatus.NOT_FOUND);
            case Looked.Unknown _ -> absent(response, frame, item, "product.unknown", HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private void show(HttpServletResponse response, Frame frame, Product product, Asked asked, String warning)
            throws IOException {
        var choice = Choosing.of(product.offer(), asked);
        var quotes = choice.sku() == null
                ? List.<LandedQuote>of()
                : doors.of(product, choice.sku(), choice.quantity(), frame.visitor());
        var excluded = choice.sku() == null || !quotes.isEmpty()
                ? List.<Excluded>of()
                : doors.excluded(product, choice.sku(), choice.quantity(), frame.visitor());
        var view =
                ProductView.of(product, choice, quotes, frame).with(goods.similar(product, frame), excluded, warning);
        storefront.show(response, "product", frame, view);
    }

    /**
     * A product that cannot be shown.
     *
     * @param key beginning of the text keys that say why
     * @param title what it was, empty when nobody knows
     * @param retry path of this page when trying again may help, else empty
     */
    public record Absent(String key, String title, String retry, List<GoodsCard> similar) {}

    private void absent(HttpServletResponse response, Frame frame, ItemRef item, String key, HttpStatus status)
            throws IOException {
        var known = catalog.find(item);
        var view = new Absent(
                key,
                known.map(product -> product.offer().title().in(frame.texts().locale()))
                        .orElse(""),
                status == HttpStatus.SERVICE_UNAVAILABLE ? Goods.path(item) : "",
                known.map(product -> goods.similar(product, frame)).orElse(List.of()));
        storefront.show(response, status.value(), "absent", frame, view);
    }

    /** What the field for pieces says just now comes before what the address was made with. */
    private static int pieces(HttpServletRequest request) {
        int typed = pieces(request.getParameter("quantity"));
        return typed > 0 ? typed : pieces(request.getParameter("n"));
    }

    private static int pieces(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
