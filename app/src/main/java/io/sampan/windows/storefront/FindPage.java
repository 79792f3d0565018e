package io.sampan.windows.storefront;

import io.sampan.outside.marketplace.Links;
import io.sampan.outside.marketplace.Recognised;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one box for everything: links and share texts lead to their product, words to the search. */
@Controller
public class FindPage {
    private final Storefront storefront;
    private final Links links;

    FindPage(Storefront storefront, Links links) {
        this.storefront = storefront;
        this.links = links;
    }

    /**
     * What was pasted and cannot be opened.
     *
     * @param key beginning of the text keys that explain it
     * @param name of the marketplace, empty where none was recognised
     */
    public record View(String key, String name, String pasted) {}

    @GetMapping("/find")
    void find(@RequestParam(defaultValue = "") String q, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var pasted = q.strip();
        switch (links.recognise(pasted)) {
            case Recognised.Item item -> storefront.goOn(response, Goods.path(item.item()));
            case Recognised.Short link ->
                explain(request, response, new View("find.short", link.marketplace(), pasted));
            case Recognised.ShareToken _ -> explain(request, response, new View("find.token", "", pasted));
            case Recognised.OtherMarketplace other ->
                explain(request, response, new View("find.other", other.name(), pasted));
            case Recognised.Nothing _ -> search(request, response, pasted);
        }
    }

    private void search(HttpServletRequest request, HttpServletResponse response, String pasted) throws IOException {
        if (pasted.contains("://")) {
            explain(request, response, new View("find.unknown", "", pasted));
        } else {
            storefront.goOn(
                    response,
                    pasted.isEmpty() ? "/" : "/search?q=" + URLEncoder.encode(pasted, StandardCharsets.UTF_8));
        }
    }

    private void explain(HttpServletRequest request, HttpServletResponse response, View view) throws IOException {
        storefront.show(response, "find", storefront.frame(request), view);
    }
}
