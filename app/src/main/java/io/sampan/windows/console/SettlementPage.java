package io.sampan.windows.console;

import io.sampan.help.settlement.Settlement;
import io.sampan.help.settlement.Settlements;
import io.sampan.outside.gateway.Told;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A day at a gateway from both sides: what it says that it moved, and what our book says. */
@Controller
class SettlementPage {
    private final Pages pages;
    private final Settlements settlements;
    private final Clock clock;

    SettlementPage(Pages pages, Settlements settlements, Clock clock) {
        this.pages = pages;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** Without a day nothing is asked of the gateway. */
    @GetMapping("/console/settlement")
    void show(
            @RequestParam Optional<String> gateway,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var known = settlements.gateways();
        var chosen = gateway.filter(known::contains).orElse(known.isEmpty() ? "" : known.getFirst());
        @Nullable Settlement settlement = null;
        var fault = "";
        if (day.isPresent() && !chosen.isEmpty()) {
            var told = settlements.of(chosen, day.get());
            settlement = told instanceof Told.Yes<Settlement>(var compared) ? compared : null;
            fault = told.why();
        }
        // Most gateways tell of a day on the next morning.
        var usual = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var frame = pages.frame(request, "console");
        var view = new MoneyPage.Settled(known, chosen, day.orElse(usual), settlement, fault, Said.of(request, frame));
        pages.show(response, "console/settlement.jte", frame, view);
    }

    /** Books the fees that only the gateway knew. */
    @PostMapping("/console/settlement/fees")
    void bookFees(
            @RequestParam String gateway,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            HttpServletResponse response) {
        if (!settlements.gateways().contains(gateway)) {
            throw new NotThere();
        }
        boolean booked = settlements.bookFees(gateway, day) instanceof Told.Yes;
        pages.goOn(
                response,
                "/console/settlement?gateway=" + gateway + "&day=" + day + "&said="
                        + (booked ? "fees-booked" : "gateway-silent"));
    }
}
