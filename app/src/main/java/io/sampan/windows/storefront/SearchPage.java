package io.sampan.windows.storefront;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.search.Results;
import io.sampan.browse.search.Search;
import io.sampan.browse.search.SearchRequest;
import io.sampan.browse.search.SearchRequest.Filter;
import io.sampan.browse.search.SearchRequest.Sort;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Marketplace;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.windows.frame.Frame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What was found, among what the catalogue knows and what the marketplaces find themselves. */
@Controller
public class SearchPage {
    private final Storefront storefront;
    private final Search search;
    private final Catalog catalog;
    private final Goods goods;
    private final Marketplaces marketplaces;

    SearchPage(Storefront storefront, Search search, Catalog catalog, Goods goods, Marketplaces marketplaces) {
        this.storefront = storefront;
        this.search = search;
        this.catalog = catalog;
        this.goods = goods;
        this.marketplaces = marketplaces;
    }

    /** One thing to choose by a link. */
    public record Chip(String label, String href, boolean chosen) {}

    /**
     * @param category its name, empty when none was chosen
     * @param least as typed, in yuan
     * @param most as typed, in yuan
     * @param silent names of marketplaces that did not answer in time
     * @param before path of the page before this, empty on the first
     * @param after path of the next page, empty on the last
     */
    public record View(
            String words,
            String category,
            Asked asked,
            List<Chip> markets,
            List<Chip> sorts,
            List<GoodsCard> cards,
            List<GoodsCard> elsewhere,
            long total,
            boolean loosened,
            List<String> silent,
            int page,
            int pages,
            String before,
            String after) {}

    /** The question as the address says it; unknown values count as not said. */
    public record Asked(
            String words, String market, String category, String least, String most, String sort, int page) {
        static Asked of(HttpServletRequest request) {
            return new Asked(
                    text(request, "q"),
                    text(request, "market"),
                    text(request, "cat"),
                    digits(text(request, "min")),
                    digits(text(request, "max")),
                    text(request, "sort"),
                    Integer.parseInt("0" + digits(text(request, "page"))));
        }

        private static String text(HttpServletRequest request, String name) {
            var text = request.getParameter(name);
            return text == null ? "" : text.strip();
        }

        private static String digits(String text) {
            return text.matches("[0-9]{1,6}") ? text : "";
        }

        Filter filter() {
            var marketplace = MarketplaceId.ofSlug(market);
            return new Filter(
                    marketplace,
                    marketplace.isPresent() && !category.isEmpty() ? Optional.of(category) : Optional.empty(),
                    yuan(least),
                    yuan(most));
        }

        private static Optional<Money> yuan(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(Money.fen(Long.parseLong(text) * 100));
        }

        Sort order() {
            return Arrays.stream(Sort.values())
                    .filter(known -> Frame.slug(known).equals(sort))
                    .findFirst()
                    .orElse(Sort.RELEVANCE);
        }

        Asked at(String otherMarket, String otherSort, int otherPage) {
            var kept = otherMarket.equals(market) ? category : "";
            return new Asked(words, otherMarket, kept, least, most, otherSort, otherPage);
        }

        String path() {
            var path = new StringBuilder("/search?q=").append(URLEncoder.encode(words, StandardCharsets.UTF_8));
            add(path, "market", market);
            add(path, "cat", category);
            add(path, "min", least);
            add(path, "max", most);
            add(path, "sort", sort);
            add(path, "page", page > 1 ? Integer.toString(page) : "");
            return path.toString();
        }

        private static void add(StringBuilder path, String name, String value) {
            if (!value.isEmpty()) {
                path.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
    }

    @GetMapping("/search")
    void search(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = storefront.frame(request);
        var asked = Asked.of(request);
        var question = new SearchRequest(
                asked.words(),
                asked.filter(),
                asked.order(),
                asked.page(),
                SearchRequest.MOST_CARDS,
                frame.texts().locale(),
                true);
        var results = search.find(question);
        storefront.show(response, "search", frame, view(asked, results, frame));
    }

    private View view(Asked asked, Results results, Frame frame) {
        return new View(
                asked.words(),
                category(asked, frame),
                asked,
                markets(asked, frame),
                Arrays.stream(Sort.values())
                        .map(sort -> new Chip(
                                frame.say("search.sort." + Frame.slug(sort)),
                                asked.at(asked.market(), Frame.slug(sort), 1).path(),
                                sort == asked.order()))
                        .toList(),
                goods.of(results.cards(), frame),
                goods.of(results.elsewhere(), frame),
                results.total(),
                results.loosened(),
                results.sources().stream()
                        .filter(source -> source.answered() == Results.Answered.SILENT)
                        .map(source ->
                                frame.say("market." + source.marketplace().slug()))
                        .toList(),
                results.page(),
                results.pages(),
                results.page() > 1
                        ? asked.at(asked.market(), asked.sort(), results.page() - 1)
                                .path()
                        : "",
                results.page() < results.pages()
                        ? asked.at(asked.market(), asked.sort(), results.page() + 1)
                                .path()
                        : "");
    }

    /** Those that are set up; at the others nothing can be found. */
    private List<Chip> markets(Asked asked, Frame frame) {
        var chips = new ArrayList<Chip>();
        chips.add(new Chip(
                frame.say("search.all-markets"),
                asked.at("", asked.sort(), 1).path(),
                asked.filter().marketplace().isEmpty()));
        for (var id : marketplaces.all().stream()
                .map(Marketplace::id)
                .filter(MarketplaceId::isForEverybody)
                .toList()) {
            chips.add(new Chip(
                    frame.say("market." + id.slug()),
                    asked.at(id.slug(), asked.sort(), 1).path(),
                    id.slug().equals(asked.market())));
        }
        return chips;
    }

    private String category(Asked asked, Frame frame) {
        return asked.filter().categoryId().isEmpty()
                ? ""
                : catalog.categories().stream()
                        .filter(count -> count.category().id().equals(asked.category())
                                && count.marketplace().slug().equals(asked.market()))
                        .map(count -> HomePage.link(count, frame).name())
                        .findFirst()
                        .orElse("");
    }
}
