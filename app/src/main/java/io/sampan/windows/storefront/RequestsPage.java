package io.sampan.windows.storefront;

import io.sampan.browse.request.Answer;
import io.sampan.browse.request.Request;
import io.sampan.browse.request.RequestId;
import io.sampan.browse.request.RequestState;
import io.sampan.browse.request.Requests;
import io.sampan.browse.request.Requests.Dealt;
import io.sampan.browse.request.Requests.Submitted;
import io.sampan.browse.request.Wish;
import io.sampan.windows.frame.NotThere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for goods that no connector shows, and what became of what one asked for. */
@Controller
public class RequestsPage {
    private static final int NONE = 0;

    private final Storefront storefront;
    private final Requests requests;
    private final Clock clock;

    RequestsPage(Storefront storefront, Requests requests, Clock clock) {
        this.storefront = storefront;
        this.requests = requests;
        this.clock = clock;
    }

    /** What the form sends; all texts as typed. @param form its mark, see {@link Requests#ask} */
    public record Sent(
            @Nullable String link,
            @Nullable String what,
            @Nullable String options,
            @Nullable String quantity,
            @Nullable String remark,
            @Nullable UUID form) {
        Wish wish() {
            return new Wish(text(link), text(what), text(options), pieces(), text(remark));
        }

        private int pieces() {
            var typed = text(quantity).strip();
            return typed.isEmpty() ? 1 : typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : NONE;
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }

        @Override
        public String toString() {
            return "RequestsPage.Sent[...]";
        }
    }

    /**
     * @param form the mark of this form
     * @param full how many requests may wait at most, where so many do already; else 0
     */
    public record Asking(Wish wish, UUID form, List<Wish.Fault> faults, int full) {
        /** The text key of what is wrong in this way; empty when it is not. */
        public String fault(Wish.Fault fault) {
            return faults.contains(fault)
                    ? "ask.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-')
                    : "";
        }
    }

    /**
     * @param offer what is offered and still holds; null when nothing is
     * @param path of the offer's page
     */
    public record Row(Request request, @Nullable Answer offer, String path) {
        /** End of the text keys that say where it stands. */
        public String standing() {
            return request.state() instanceof RequestState.Answered && offer == null
                    ? "lapsed"
                    : request.state().slug();
        }

        /** Why it cannot be bought, in the operator's words; empty where nobody said so. */
        public String why() {
            return request.state() instanceof RequestState.Declined(var why, var _) ? why : "";
        }

        public boolean isOpen() {
            return request.state() instanceof RequestState.Asked || offer != null;
        }
    }

    public record View(List<Row> rows, boolean asked) {}

    @GetMapping("/ask")
    void begin(@ModelAttribute Sent sent, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ask(request, response, new Asking(sent.wish(), UUID.randomUUID(), List.of(), NONE));
    }

    @PostMapping("/requests")
    void ask(@ModelAttribute Sent sent, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var shopper = storefront.frame(request).visitor().required().id();
        var wish = sent.wish();
        var form = Optional.ofNullable(sent.form()).orElseGet(UUID::randomUUID);
        switch (requests.ask(shopper, wish, form)) {
            case Submitted.Kept _ -> storefront.goOn(response, "/requests?asked=true");
            case Submitted.Faulty(var faults) -> ask(request, response, new Asking(wish, form, faults, NONE));
            case Submitted.Full(var most) -> ask(request, response, new Asking(wish, form, List.of(), most));
        }
    }

    private void ask(HttpServletRequest request, HttpServletResponse response, Asking asking) throws IOException {
        boolean fine = asking.faults().isEmpty() && asking.full() == NONE;
        int status = fine ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
        storefront.show(response, status, "ask", storefront.frame(request), asking);
    }

    @GetMapping("/requests")
    void show(
            @RequestParam(defaultValue = "false") boolean asked,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var now = clock.instant();
        var rows = requests.of(frame.visitor().required().id()).stream()
                .map(one -> new Row(
                        one, one.offered(now).orElse(null), Goods.path(one.id().item())))
                .toList();
        storefront.show(response, "requests", frame, new View(rows, asked));
    }

    @PostMapping("/requests/{id}/withdraw")
    void withdraw(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        var shopper = storefront.frame(request).visitor().required().id();
        var own = requests.find(new RequestId(id)).filter(one -> one.shopper().equals(shopper));
        if (own.isEmpty()) {
            throw new NotThere();
        }
        switch (requests.withdraw(shopper, own.get().id())) {
            case Dealt.Done _, Dealt.TooLate _, Dealt.Faulty _ -> storefront.goOn(response, "/requests");
        }
    }
}
