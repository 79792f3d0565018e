package io.sampan.windows.storefront;

import io.sampan.outside.links.Links;
import io.sampan.outside.links.Recognised;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Marketplaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one box for everything: links and share texts lead to their product, words to the search; what leads nowhere is explained, and a person can be asked for it. */
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
     * @param asked what a person who buys it would have to know of where it is
     */
    public record View(String key, String site, String link, String title, Asked asked) {
        static View of(Recognised pasted) {
            return switch (pasted) {
                case Recognised.Item item -> other(item.site(), item.canonical(), item.title());
                case Recognised.OtherMarketplace one -> other(one.site(), one.canonical(), one.title());
                case Recognised.Short(var link, var site, var title) ->
                    new View("find.short", site, link.toString(), title, Asked.at(link));
                case Recognised.ShareToken(var token, var title) ->
                    new View("find.token", "", "", title, new Asked("", token));
                case Recognised.Nothing(var link, var title) ->
                    new View("find.unknown", "", "", title, new Asked(link, ""));
            };
        }

        private static View other(String site, URI canonical, String title) {
            return new View("find.other", site, canonical.toString(), title, Asked.at(canonical));
        }

        /** The search for the goods by their name. */
        public String search() {
            return searching(title);
        }

        /** The form by which a person is asked to buy it, filled in as far as it is known. */
        public String ask() {
            return "/ask?link=" + encoded(asked.link()) + "&what=" + encoded(title) + "&remark="
                    + encoded(asked.remark());
        }
    }

    /** @param link as it was pasted, unchecked; empty where there is none. @param remark what else was pasted */
    public record Asked(String link, String remark) {
        static Asked at(URI link) {
            return new Asked(link.toString(), "");
        }
    }

    @GetMapping("/find")
    void find(@RequestParam(defaultValue = "") String q, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var pasted = q.strip();
        switch (links.recognise(pasted)) {
            case Recognised.Item item when canBeSeen(item) -> storefront.goOn(response, Goods.path(item.item()));
            case Recognised.Nothing nothing
            when nothing.link().isEmpty() -> storefront.goOn(response, pasted.isEmpty() ? "/" : searching(pasted));
            case Recognised other -> storefront.show(response, "find", storefront.frame(request), View.of(other));
        }
    }

    /** Whether the marketplace is set up, so that its product page has something to show. */
    private boolean canBeSeen(Recognised.Item item) {
        return marketplaces.at(item.item().marketplace()).capabilities().contains(Capability.DETAIL);
    }

    private static String searching(String words) {
        return "/search?q=" + encoded(words);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
