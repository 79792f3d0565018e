package io.sampan.windows.console;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.windows.frame.Frame;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What was proven of each connector beside its simulated marketplace, case by case: what {@code ./sampan bench connectors keep} kept. */
@Controller
public class ConnectorsPage {
    private static final String OF_ALL = "";

    private final Pages pages;
    private final List<Proven> proven;
    private final List<Lost> lost;

    ConnectorsPage(Pages pages) {
        this.pages = pages;
        this.proven = Proven.kept();
        this.lost = Lost.kept();
    }

    /** One column. */
    public record Column(MarketplaceId marketplace, String source) {}

    /** What a connector showed in a case. */
    public enum Mark {
        PASSED,
        FAILED,
        /** It does not declare what the case is about, or the case is another connector's own. */
        NOT_ASKED
    }

    /** @param sentence what every connector that declares it does; in English, as it stands in the code */
    public record Case(String sentence, List<Mark> marks) {}

    /**
     * All cases of one capability.
     *
     * @param key of the capability's name
     * @param counts how many of them each connector passed, as the columns stand
     */
    public record Part(String key, List<Long> counts, List<Case> cases) {}

    /** One of a platform's calls. @param verb key of what is asked of the connector */
    public record Asked(String verb, String call) {}

    /** Fields of one call's replies that a connector leaves behind. */
    public record Left(Asked asked, List<String> fields) {}

    /** What one connector carries of its platform's replies. @param judged fields that only decide whether there is an answer */
    public record Leftovers(Column column, long carried, long judged, long left, List<Left> calls) {}

    /** @param parts one for each capability that has cases, after what holds of every connector */
    public record View(List<Column> columns, List<Part> parts, List<Leftovers> leftovers) {}

    @GetMapping("/console/connectors")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var columns = proven.stream().map(ConnectorsPage::column).distinct().toList();
        var parts = proven.stream()
                .map(Proven::capability)
                .distinct()
                .sorted()
                .map(capability -> part(capability, columns))
                .toList();
        var view =
                new View(columns, parts, columns.stream().map(this::leftovers).toList());
        pages.show(response, "console/connectors.jte", pages.frame(request, "console"), view);
    }

    private Leftovers leftovers(Column column) {
        var ofIt = lost.stream()
                .filter(one -> new Column(one.marketplace(), one.source()).equals(column))
                .collect(Collectors.groupingBy(Lost::fate));
        var left = ofIt.getOrDefault(Lost.Fate.NOT_CARRIED, List.of());
        var byCall = left.stream()
                .collect(Collectors.groupingBy(
                        one -> new Asked("capability." + Frame.slug(one.verb()), one.call()),
                        LinkedHashMap::new,
                        Collectors.mapping(Lost::field, Collectors.toList())));
        return new Leftovers(
                column,
                ofIt.getOrDefault(Lost.Fate.CARRIED, List.of()).size(),
                ofIt.getOrDefault(Lost.Fate.JUDGED, List.of()).size(),
                left.size(),
                byCall.entrySet().stream()
                        .map(call -> new Left(call.getKey(), call.getValue()))
                        .toList());
    }

    private static Column column(Proven one) {
        return new Column(one.marketplace(), one.source());
    }

    private Part part(String capability, List<Column> columns) {
        var ofIt = proven.stream()
                .filter(one -> one.capability().equals(capability))
                .toList();
        var cases = ofIt.stream()
                .map(Proven::name)
                .distinct()
                .map(name -> new Case(
                        sentence(name),
                        columns.stream().map(column -> mark(ofIt, name, column)).toList()))
                .toList();
        var counts = columns.stream()
                .map(column -> ofIt.stream()
                        .filter(one -> column(one).equals(column) && one.outcome() == Proven.Outcome.PASSED)
                        .count())
                .toList();
        var key = capability.equals(OF_ALL)
                ? "connectors.all"
                : "capability." + Frame.slug(Capability.valueOf(capability));
        return new Part(key, counts, cases);
    }

    private static Mark mark(List<Proven> ofIt, String name, Column column) {
        return ofIt.stream()
                .filter(one -> one.name().equals(name) && column(one).equals(column))
                .findFirst()
                .map(one -> switch (one.outcome()) {
                    case PASSED -> Mark.PASSED;
                    case FAILED -> Mark.FAILED;
                    case NOT_DECLARED -> Mark.NOT_ASKED;
                })
                .orElse(Mark.NOT_ASKED);
    }

    private static String sentence(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
