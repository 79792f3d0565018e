package io.sampan.windows.console;

import io.sampan.buy.dispute.DisputeView;
import io.sampan.buy.dispute.Disputes;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.Orders;
import io.sampan.outside.gateway.Dispute;
import io.sampan.windows.console.MoneyPage.ContestedPayment;
import io.sampan.windows.console.MoneyPage.Disputed;
import io.sampan.windows.frame.Frame;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Payments that shoppers contest: what is at stake, until when it is answered, and the two words that can be said. */
@Controller
class DisputePage {
    private static final int SHOWN = 100;
    private static final Duration SOON = Duration.ofDays(3);
    private static final String PAGE = "/console/disputes";

    private final Pages pages;
    private final Disputes disputes;
    private final Orders orders;
    private final Clock clock;

    DisputePage(Pages pages, Disputes disputes, Orders orders, Clock clock) {
        this.pages = pages;
        this.disputes = disputes;
        this.orders = orders;
        this.clock = clock;
    }

    /** The key of a stage's text. */
    static String key(Dispute.Stage stage) {
        return "dispute.stage." + Frame.slug(stage);
    }

    @GetMapping(PAGE)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var view = new Disputed(rows(disputes.open(SHOWN)), rows(disputes.over(SHOWN)), Said.of(request, frame));
        pages.show(response, "console/disputes.jte", frame, view);
    }

    @PostMapping(PAGE + "/{gateway}/{reference}/answer")
    void answer(
            @PathVariable String gateway,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response) {
        var text = new Typed(request).text("answer");
        said(disputes.answer(gateway, reference, text), "dispute-answered", response);
    }

    @PostMapping(PAGE + "/{gateway}/{reference}/concede")
    void concede(@PathVariable String gateway, @PathVariable String reference, HttpServletResponse response) {
        said(disputes.concede(gateway, reference), "dispute-conceded", response);
    }

    private void said(Disputes.Outcome outcome, String taken, HttpServletResponse response) {
        var code = switch (outcome) {
            case Disputes.Outcome.Taken _ -> taken;
            case Disputes.Outcome.Refused(var why) when why.equals("answer-length") -> "dispute-answer-length";
            case Disputes.Outcome.Refused _ -> "dispute-refused";
            case Disputes.Outcome.Unavailable _ -> "dispute-unavailable";
        };
        pages.goOn(response, PAGE + "?said=" + code);
    }

    private List<ContestedPayment> rows(List<DisputeView> all) {
        var now = clock.instant();
        return all.stream().map(one -> row(one, now)).toList();
    }

    private ContestedPayment row(DisputeView dispute, Instant now) {
        var answerBy = dispute.now().answerBy();
        return new ContestedPayment(
                dispute,
                orders.find(new OrderId(dispute.subject())).map(Order::number).orElse(""),
                answerBy != null && answerBy.isBefore(now.plus(SOON)),
                disputes.takesAnswers(dispute.gateway()));
    }
}
