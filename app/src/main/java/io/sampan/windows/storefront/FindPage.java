package io.sampan.windows.storefront;

import io.sampan.outside.links.Links;
import io.sampan.outside.links.Recognised;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Marketplaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one box for everything: links and share texts lead to their product, words to the search; what leads nowhere is explained. */
@Controller
public class FindPage {
    private final Storefront storefront;
    private final Links links;
    private final Marketplaces marketplaces;

    FindPage(Storefront storefront, Links links, Marketplaces marketplaces) {
        this.storefront = storefront;
        this.links = links;
        this.marketplaces = marketplaces;
    }

    /**
     * What was pasted and cannot be opened.
     *
     * @param key beginning of the text keys that explain it
     * @param site the marketplace by its links, empty where none was recognised
     * @param link to the goods as far as it was recognised, only ever a marketplace's; empty where none was
     * @param title what the share text calls the goods, empty where it says nothing
     */
    public record View(String key, String site, String link, String title) {
        /** The search for the goods by their name. */
        public String search() {
            return searching(title);
        }
    }

    @GetMapping("/find")
    void find(@RequestParam(defaultValue = "") String q, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var pasted = q.strip();
        switch (links.recognise(pasted)) {
            case Recognised.Item item when canBeSeen(item) -> storefront.goOn(response, Goods.path(item.item()));
            case Recognised.Item item ->
                explain(
                        request,
                        response,
                        new View("find.other", item.site(), item.canonical().toString(), item.title()));
            case Recognised.OtherMarketplace other ->
                explain(
                        request,
                        response,
                        new View("find.other", other.site(), other.canonical().toString(), other.title()));
            case Recognised.Short link ->
                explain(
                        request,
                        response,
                        new View("find.short", link.site(), link.link().toString(), link.title()));
            case Recognised.ShareToken token ->
                explain(request, response, new View("find.token", "", "", token.title()));
            case Recognised.Nothing nothing
            when nothing.link().isEmpty() -> storefront.goOn(response, pasted.isEmpty() ? "/" : searching(pasted));
            case Recognised.Nothing nothing ->
                explain(request, response, new View("find.unknown", "", "", nothing.title()));
        }
    }

    /** Whether the marketplace is set up, so that its product page has something to show. */
    private boolean canBeSeen(Recognised.Item item) {
        return marketplaces.at(item.item().marketplace()).capabilities().contains(Capability.DETAIL);
    }

    private static String searching(String words) {
        return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private void explain(HttpServletRequest request, HttpServletResponse response, View view) throws IOException {
        storefront.show(response, "find", storefront.frame(request), view);
    }
}
