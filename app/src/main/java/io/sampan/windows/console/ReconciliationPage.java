package io.sampan.windows.console;

import io.sampan.help.reconciliation.Discrepancy;
import io.sampan.help.reconciliation.Night;
import io.sampan.help.reconciliation.Owner;
import io.sampan.help.reconciliation.Reconciliation;
import io.sampan.windows.frame.Pages;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** In what the rooms and the marketplaces differ, who finds out why, what was repaired, and how it went night by night. */
@Controller
public class ReconciliationPage {
    private static final int SHOWN = 300;
    private static final int NIGHTS = 30;
    private static final int LATEST = 20;
    private static final int LONGEST_WHY = 200;
    private static final String PATH = "/console/reconciliation";

    private final Pages pages;
    private final Reconciliation reconciliation;

    ReconciliationPage(Pages pages, Reconciliation reconciliation) {
        this.pages = pages;
        this.reconciliation = reconciliation;
    }

    /** What one owner has to find out, the worst first. */
    public record Desk(Owner owner, List<Discrepancy> open) {}

    /**
     * One bar of the chart.
     *
     * @param found height of what was found, in hundredths of the chart
     * @param resolved the same of what was resolved
     */
    public record Bar(Night night, int found, int resolved) {}

    /**
     * @param desks of all owners that have something
     * @param aside what somebody leaves be
     * @param bars the oldest night first
     */
    public record View(
            List<Desk> desks,
            List<Discrepancy> aside,
            List<Bar> bars,
            List<Reconciliation.Mended> mended,
            List<Discrepancy> resolved,
            boolean running,
            Said said) {
        public boolean nothing() {
            return desks.isEmpty();
        }
    }

    @GetMapping(PATH)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var standing = reconciliation.standing(SHOWN);
        var desks = Arrays.stream(Owner.values())
                .map(owner -> new Desk(
                        owner,
                        standing.stream()
                                .filter(one -> one.kind().owner() == owner
                                        && one.aside().isEmpty())
                                .toList()))
                .filter(desk -> !desk.open().isEmpty())
                .toList();
        var view = new View(
                desks,
                standing.stream().filter(one -> !one.aside().isEmpty()).toList(),
                bars(reconciliation.nights(NIGHTS).reversed()),
                reconciliation.mended(LATEST),
                reconciliation.resolved(LATEST),
                reconciliation.isRunning(),
                Said.of(request, frame));
        pages.show(response, "console/reconciliation.jte", frame, view);
    }

    @PostMapping(PATH + "/run")
    void run(HttpServletResponse response) {
        if (reconciliation.isRunning()) {
            pages.goOn(response, PATH + "?said=comparing-already");
        } else {
            reconciliation.begin();
            pages.goOn(response, PATH + "?said=comparing");
        }
    }

    @PostMapping(PATH + "/repair")
    void repair(HttpServletRequest request, HttpServletResponse response) {
        var by = Visitor.of(request).required().id();
        pages.goOn(
                response,
                switch (reconciliation.repair(new Typed(request).text("key"), by)) {
                    case DONE -> PATH + "?said=repaired";
                    case NOTHING_TO_DO -> PATH + "?said=nothing-to-repair";
                    case FAILED -> PATH + "?said=not-repaired";
                });
    }

    @PostMapping(PATH + "/aside")
    void setAside(HttpServletRequest request, HttpServletResponse response) {
        var form = new Typed(request);
        var why = form.text("why");
        var cut = why.substring(0, Math.min(why.length(), LONGEST_WHY));
        pages.goOn(
                response,
                switch (reconciliation.setAside(form.text("key"), cut)) {
                    case DONE -> PATH + "?said=set-aside";
                    case NOTHING_TO_DO, FAILED -> PATH + "?said=say-why";
                });
    }

    private static List<Bar> bars(List<Night> nights) {
        int most = nights.stream()
                .mapToInt(night -> Math.max(night.found(), night.resolved()))
                .max()
                .orElse(0);
        return nights.stream()
                .map(night -> new Bar(night, height(night.found(), most), height(night.resolved(), most)))
                .toList();
    }

    /** Something is never drawn as nothing. */
    private static int height(int count, int most) {
        return count == 0 ? 0 : Math.max(4, count * 100 / most);
    }
}
