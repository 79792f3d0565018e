package io.sampan.windows.console;

import io.sampan.browse.catalog.HeldPrices;
import io.sampan.browse.catalog.PricePoint;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.people.identity.Account;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Accounts;
import io.sampan.windows.frame.Frame;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Prices that are kept back: why, by what evidence, and the two words that an operator can say about one. */
@Controller
public class PricesPage {
    private static final int WAITING = 50;
    private static final int KEPT = 20;
    private static final int WIDTH = 220;
    private static final int HEIGHT = 44;

    private final Pages pages;
    private final HeldPrices held;
    private final Accounts accounts;

    PricesPage(Pages pages, HeldPrices held, Accounts accounts) {
        this.pages = pages;
        this.held = held;
        this.accounts = accounts;
    }

    /** @param staff the email of everybody who said something about one of these prices, by their id */
    public record View(
            List<HeldPrices.Item> waiting, List<HeldPrices.Item> kept, Map<AccountId, String> staff, Said said) {
        public String doubt(HeldPrices.Held price) {
            return "price.doubt." + Frame.slug(price.doubt());
        }

        /** The points of a line through the item's believed prices, in a picture of {@value #WIDTH} by {@value #HEIGHT}; empty below two. */
        public String line(HeldPrices.Item item) {
            return line(item.history());
        }

        private static String line(List<PricePoint> history) {
            if (history.size() < 2) {
                return "";
            }
            long from = history.getFirst().at().toEpochMilli();
            double time = Math.max(1, history.getLast().at().toEpochMilli() - from);
            double most = history.stream()
                    .mapToLong(point -> point.priceFrom().minor())
                    .max()
                    .orElse(1);
            return history.stream()
                    .map(point -> String.format(
                            Locale.ROOT,
                            "%.1f,%.1f",
                            (point.at().toEpochMilli() - from) / time * WIDTH,
                            HEIGHT - point.priceFrom().minor() / most * (HEIGHT - 4) - 2))
                    .collect(Collectors.joining(" "));
        }
    }

    @GetMapping("/console/prices")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var waiting = held.waiting(WAITING);
        var kept = held.kept(KEPT);
        var staff = Stream.concat(waiting.stream(), kept.stream())
                .flatMap(item -> item.words().stream())
                .map(word -> word.by())
                .distinct()
                .collect(Collectors.toMap(
                        id -> id, id -> accounts.find(id).map(Account::email).orElse(id.toString())));
        pages.show(response, "console/prices.jte", frame, new View(waiting, kept, staff, Said.of(request, frame)));
    }

    @PostMapping("/console/prices/{marketplace}/{itemId}")
    void say(
            @PathVariable String marketplace,
            @PathVariable String itemId,
            HttpServletRequest request,
            HttpServletResponse response) {
        var item = MarketplaceId.ofSlug(marketplace)
                .filter(known -> ItemRef.isId(itemId))
                .map(known -> new ItemRef(known, itemId))
                .orElseThrow(NotThere::new);
        var form = new Typed(request);
        var price = price(form);
        var by = Visitor.of(request).required().id();
        boolean release = form.text("word").equals("release");
        boolean heard = release ? held.release(item, price, by) : held.keep(item, price, by);
        pages.goOn(
                response, "/console/prices?said=" + (!heard ? "not-now" : release ? "price-released" : "price-kept"));
    }

    /** Only a price that is told of the item can be meant; what the form cannot have sent is not there. */
    private static Money price(Typed form) {
        var minor = form.text("minor");
        var currency = form.text("currency");
        boolean whole = minor.matches("-?[0-9]{1,15}")
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(known -> known.getCurrencyCode().equals(currency));
        if (!whole) {
            throw new NotThere();
        }
        return Money.of(Long.parseLong(minor), currency);
    }
}
