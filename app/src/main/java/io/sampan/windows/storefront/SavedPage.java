package io.sampan.windows.storefront;

import io.sampan.buy.payment.SavedWays;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cards that a shopper let a gateway keep, and how to be rid of them. */
@Controller
class SavedPage {
    private final Storefront storefront;
    private final SavedWays saved;

    SavedPage(Storefront storefront, SavedWays saved) {
        this.storefront = storefront;
        this.saved = saved;
    }

    @GetMapping("/account/cards")
    void show(@RequestParam Optional<String> said, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var wallet = saved.of(frame.visitor().required().id().value());
        var word = said.map(code -> "cards.said." + code)
                .filter(frame.texts()::knows)
                .orElse("");
        storefront.show(response, "cards", frame, new AccountPage.Cards(wallet, word));
    }

    @PostMapping("/account/cards/forget")
    void forget(
            @RequestParam String gateway,
            @RequestParam String reference,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = Visitor.of(request).required().id().value();
        boolean done = saved.forget(account, gateway, reference);
        storefront.goOn(response, "/account/cards?said=" + (done ? "forgotten" : "not-now"));
    }
}
