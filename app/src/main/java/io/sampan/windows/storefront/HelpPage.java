package io.sampan.windows.storefront;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What shoppers ask, with honest answers. */
@Controller
public class HelpPage {
    private static final List<String> QUESTIONS = List.of(
            "what",
            "elsewhere",
            "price",
            "guarantee",
            "moved",
            "customs",
            "check",
            "cancel",
            "refund",
            "time",
            "forbidden");

    private final Storefront storefront;

    HelpPage(Storefront storefront) {
        this.storefront = storefront;
    }

    /** @param questions ends of text keys */
    public record View(List<String> questions) {}

    @GetMapping("/help")
    void help(HttpServletRequest request, HttpServletResponse response) throws IOException {
        storefront.show(response, "help", storefront.frame(request), new View(QUESTIONS));
    }
}
