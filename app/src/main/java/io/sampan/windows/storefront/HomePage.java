package io.sampan.windows.storefront;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.CategoryCount;
import io.sampan.browse.catalog.Product;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.windows.frame.Frame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: one box to find anything, how it works, and what others buy. */
@Controller
public class HomePage {
    private final Storefront storefront;
    private final Catalog catalog;
    private final Goods goods;
    private final DoorPrices doors;
    private final StorefrontSettings settings;

    HomePage(Storefront storefront, Catalog catalog, Goods goods, DoorPrices doors, StorefrontSettings settings) {
        this.storefront = storefront;
        this.catalog = catalog;
        this.goods = goods;
        this.doors = doors;
        this.settings = settings;
    }

    public record CategoryLink(String href, String name) {}

    /** One of the popular goods with all parts of its price, so that the first page shows what it promises. */
    public record Sample(GoodsCard card, LandedQuote quote) {}

    public record View(
            List<CategoryLink> categories,
            List<GoodsCard> popular,
            @Nullable Sample sample) {}

    @GetMapping("/")
    void home(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = storefront.frame(request);
        var spoken = categories(frame);
        var categories = spoken.isEmpty() ? ideas(frame) : spoken;
        var sold = catalog.popular(settings.goodsAtHome());
        var popular = goods.ofProducts(sold, frame);
        storefront.show(response, "home", frame, new View(categories, popular, sample(sold, popular, frame)));
    }

    private @Nullable Sample sample(List<Product> sold, List<GoodsCard> cards, Frame frame) {
        for (var product : sold) {
            var quote = doors.from(product, frame.visitor());
            var card = cards.stream()
                    .filter(one -> one.href().equals(Goods.path(product.item())) && one.pieces() == 1)
                    .findFirst();
            if (quote.isPresent() && card.isPresent()) {
                return new Sample(card.get(), quote.get());
            }
        }
        return null;
    }

    /** Only categories whose names the visitor can read. */
    private List<CategoryLink> categories(Frame frame) {
        var locale = frame.texts().locale();
        return catalog.categories().stream()
                .filter(count -> !count.category().path().isEmpty()
                        && count.category().path().stream().allMatch(name -> name.speaks(locale)))
                .limit(settings.categoriesAtHome())
                .map(count -> link(count, frame))
                .toList();
    }

    private static List<CategoryLink> ideas(Frame frame) {
        return Arrays.stream(frame.say("home.ideas").split("\\|"))
                .map(words -> new CategoryLink("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), words))
                .toList();
    }

    static CategoryLink link(CategoryCount count, Frame frame) {
        var category = count.category();
        var name = category.path().isEmpty()
                ? category.id()
                : category.path().getLast().in(frame.texts().locale());
        return new CategoryLink(
                "/search?market=" + count.marketplace().slug() + "&cat="
                        + URLEncoder.encode(category.id(), StandardCharsets.UTF_8),
                name);
    }
}
