package io.sampan.simulators.seventeentrack;

import io.sampan.simulators.carrier.Movements;
import io.sampan.simulators.carrier.Scan;
import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Html;
import io.sampan.simulators.kernel.Question;
import java.util.stream.Collectors;

/** The page on which anybody, without a key, sees how a number gets on: {@code /en?nums=…}. The real one is drawn by scripts. */
final class TrackPage {
    static final String PATH = "/en";

    private final Movements carrier;

    TrackPage(Movements carrier) {
        this.carrier = carrier;
    }

    Answer show(Question question) {
        String number = question.query().getOrDefault("nums", "");
        var track = carrier.track(number);
        String way = track == null
                ? "<p>Not found.</p>"
                : track.scans().reversed().stream()
                        .map(TrackPage::row)
                        .collect(Collectors.joining("", "<ol>", "</ol>"));
        return Answer.html(
                "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>17TRACK (simulated)</title><h1>"
                        + Html.escape(number) + "</h1>" + way);
    }

    private static String row(Scan scan) {
        return "<li><time>" + scan.at() + "</time> " + Html.escape(scan.place()) + " " + Html.escape(scan.country())
                + ": " + Html.escape(scan.text()) + "</li>";
    }
}
