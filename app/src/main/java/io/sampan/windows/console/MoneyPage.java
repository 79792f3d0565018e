package io.sampan.windows.console;

import io.sampan.buy.dispute.DisputeView;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.Orders;
import io.sampan.buy.paychoice.PayAdvice;
import io.sampan.buy.paychoice.RailHealth;
import io.sampan.buy.payment.PaymentFigures;
import io.sampan.buy.payment.PaymentId;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.Payments;
import io.sampan.buy.payout.PayoutView;
import io.sampan.buy.payout.Payouts;
import io.sampan.help.settlement.Settlement;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.ClosedDay;
import io.sampan.money.ledger.Closings;
import io.sampan.money.ledger.Ledger;
import io.sampan.outside.gateway.Dispute;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the money is, whether the book is right, and what of it is unclear. */
@Controller
public class MoneyPage {
    private static final int SHOWN = 100;
    private static final int DAYS = 31;
    private static final Duration RAILS_BACK = Duration.ofDays(30);

    private final Pages pages;
    private final Ledger ledger;
    private final Closings closings;
    private final Payments payments;
    private final Orders orders;
    private final PayAdvice advice;
    private final Payouts payouts;

    MoneyPage(
            Pages pages,
            Ledger ledger,
            Closings closings,
            Payments payments,
            Orders orders,
            PayAdvice advice,
            Payouts payouts) {
        this.pages = pages;
        this.ledger = ledger;
        this.closings = closings;
        this.payments = payments;
        this.orders = orders;
        this.advice = advice;
        this.payouts = payouts;
    }

    /** @param number of the order that it pays for; empty when it pays for none */
    public record Unsettled(PaymentView payment, String number) {}

    /**
     * @param balances one for each account and currency; those of shoppers' funds are summed
     * @param imbalance by currency; empty while the book is right
     * @param payouts of which no gateway has said for too long that it knows of them
     * @param days that are closed, the latest first
     * @param rails how ways to pay did lately, the most tried first
     */
    public record View(
            List<Ledger.Balance> balances,
            List<Money> imbalance,
            List<Unsettled> unsettled,
            List<PayoutView> payouts,
            List<ClosedDay> days,
            List<RailHealth> rails,
            Said said) {
        /** Of one kind, in the ledger's order. */
        public List<Ledger.Balance> of(AccountRef.Kind kind) {
            return balances.stream().filter(one -> one.account().kind() == kind).toList();
        }
    }

    /**
     * @param number of the order that was paid for; empty when there is none
     * @param urgent whether its time to answer is about to end
     * @param answerable whether an answer can be given here
     */
    public record ContestedPayment(DisputeView dispute, String number, boolean urgent, boolean answerable) {
        /** The key of its stage's text. */
        public String stage() {
            return DisputePage.key(dispute.now().stage());
        }

        /** Whether it can still be given in. */
        public boolean isAwaited() {
            return dispute.now().stage() == Dispute.Stage.NEEDS_ANSWER;
        }
    }

    /** @param open the most urgent first; @param over the latest first */
    public record Disputed(List<ContestedPayment> open, List<ContestedPayment> over, Said said) {}

    /**
     * A column of a chart.
     *
     * @param share of the chart's height, 0 to 1
     * @param value as it is read out
     */
    public record Bar(String label, double share, String value) {}

    /** A way to pay, day by day. */
    public record Rail(PayMethod method, List<Bar> success, List<Bar> latency) {}

    /**
     * @param first how many took what stood first, week by week
     * @param place at which stood what was taken, on the average of the last week
     */
    public record Rails(
            List<Rail> rails, List<PaymentFigures.Declines> declines, List<Bar> first, BigDecimal place, Said said) {}

    /**
     * @param day that is, or is to be, compared
     * @param settlement null when nothing was asked, or could be heard
     * @param fault why the gateway did not tell; empty when it did
     */
    public record Settled(
            List<String> gateways,
            String gateway,
            LocalDate day,
            @Nullable Settlement settlement,
            String fault,
            Said said) {
        /** Whether the gateway told of a part of the day only. */
        public boolean isPart() {
            return settlement != null
                    && settlement
                            .until()
                            .isBefore(
                                    day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    @GetMapping("/console/money")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var unsettled = payments.unsettled(SHOWN).stream()
                .map(payment -> new Unsettled(payment, number(payment)))
                .toList();
        var view = new View(
                ledger.balances(),
                List.copyOf(ledger.imbalance().values()),
                unsettled,
                payouts.unconfirmed(SHOWN),
                days(),
                advice.health(RAILS_BACK, SHOWN),
                Said.of(request, frame));
        pages.show(response, "console/money.jte", frame, view);
    }

    /** An operator has seen to what was unusual about a payment. */
    @PostMapping("/console/money/{payment}/attended")
    void attended(@PathVariable UUID payment, HttpServletResponse response) {
        payments.attended(new PaymentId(payment));
        pages.goOn(response, "/console/money?said=attended");
    }

    private List<ClosedDay> days() {
        return closings.last().stream()
                .flatMap(last -> closings.after(last.day().minusDays(DAYS)).reversed().stream())
                .toList();
    }

    /** Reads the whole book, whether what was recorded on closed days is still what it was. */
    @PostMapping("/console/money/check")
    void check(HttpServletResponse response) {
        boolean untouched = closings.tampered().isEmpty();
        pages.goOn(response, "/console/money?said=" + (untouched ? "book-untouched" : "book-tampered"));
    }

    /** All that was recorded on a closed day, for a spreadsheet. */
    @GetMapping("/console/money/{day}.csv")
    void export(@PathVariable LocalDate day, HttpServletResponse response) throws IOException {
        var closed = closings.find(day).orElseThrow(NotThere::new);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"sampan-" + day + ".csv\"");
        new BookCsv(ledger).write(closed, response.getWriter());
    }

    private String number(PaymentView payment) {
        return orders.find(new OrderId(payment.subject())).map(Order::number).orElse("");
    }
}
