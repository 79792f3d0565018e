package io.sampan.windows.frame;

import io.sampan.people.identity.Accounts;
import io.sampan.people.language.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a visitor says which language, country and currency the shop should speak. */
@Controller
public class LookPage {
    private final Pages pages;
    private final Cookies cookies;
    private final Languages languages;
    private final Accounts accounts;

    LookPage(Pages pages, Cookies cookies, Languages languages, Accounts accounts) {
        this.pages = pages;
        this.cookies = cookies;
        this.languages = languages;
        this.accounts = accounts;
    }

    /** One thing to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    public record View(List<Choice> languages, List<Choice> countries, List<Choice> currencies, String back) {}

    @GetMapping("/look")
    void choose(@RequestParam(defaultValue = "/") String back, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = pages.frame(request, "storefront");
        var visitor = frame.visitor();
        var texts = frame.texts();
        var view = new View(
                languages.offered().stream()
                        .map(code -> new Choice(code, inItself(code), code.equals(visitor.language())))
                        .toList(),
                languages.countries(texts.locale()).stream()
                        .map(code -> new Choice(code, texts.country(code), code.equals(visitor.country())))
                        .toList(),
                languages.currencies().stream()
                        .map(money -> new Choice(
                                money.getCurrencyCode(),
                                money.getCurrencyCode() + " · " + texts.currency(money),
                                money.equals(visitor.currency())))
                        .toList(),
                LocalPath.of(back, "/"));
        pages.show(response, "frame/look.jte", frame, view);
    }

    @PostMapping("/look")
    void keep(
            @RequestParam String language,
            @RequestParam String country,
            @RequestParam String currency,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visitor = Visitor.of(request);
        var chosenLanguage = languages.language(language).orElse(visitor.language());
        var chosenCountry = languages.country(country).orElse(visitor.country());
        var chosenCurrency = languages.currency(currency).orElse(visitor.currency());
        cookies.look(response, new Cookies.Look(chosenLanguage, chosenCountry, chosenCurrency.getCurrencyCode()));
        var account = visitor.account();
        if (account != null) {
            accounts.prefer(account.id(), chosenLanguage, chosenCountry, chosenCurrency);
        }
        pages.goOn(response, LocalPath.of(request.getParameter("back"), "/"));
    }

    private static String inItself(String language) {
        var locale = Locale.of(language);
        return locale.getDisplayLanguage(locale);
    }
}
