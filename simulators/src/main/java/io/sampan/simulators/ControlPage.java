package io.sampan.simulators;

import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Html;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.RequestTrace;
import io.sampan.simulators.kernel.Service;
import io.sampan.simulators.kernel.SimulatedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The world on one page: its clock, its switches, where things are, and what was asked lately. */
final class ControlPage {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu HH:mm:ss", java.util.Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern(
                    "d MMM HH:mm:ss", java.util.Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int REQUESTS_SHOWN = 12;
    private static final int PATH_SHOWN = 48;
    private static final int PUSHES_SHOWN = 15;

    private final Kernel kernel;
    private final Map<String, SimulatedService> cast;
    private final Map<String, Service> running;
    private final String css = resource("control.css");

    ControlPage(Kernel kernel, Map<String, SimulatedService> cast, Map<String, Service> running) {
        this.kernel = kernel;
        this.cast = cast;
        this.running = running;
    }

    String html() {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
                <title>The outside world</title><style>%s</style></head><body>
                <header>%s</header><main>%s%s%s</main></body></html>
                """.formatted(
                        css,
                        clock(),
                        faults(),
                        pushes(),
                        cast.values().stream().map(this::card).collect(Collectors.joining()));
    }

    private String clock() {
        var offset = kernel.clock().offset();
        return """
                <h1>The outside world<small>simulated services on this machine</small></h1>
                <div class="clock">%s<small>UTC, %d d %d h ahead</small></div>
                <div class="row">%s%s%s<form method="post" action="/control/clock/advance" class="row">
                <label for="hours">hours</label><input class="short" id="hours" name="hours" type="number" min="0" max="9600" value="6">
                <button class="quiet">Advance</button></form></div>
                """.formatted(
                        FULL.format(kernel.clock().now()),
                        offset.toDays(),
                        offset.toHoursPart(),
                        advance("hours", 1, "An hour"),
                        advance("days", 1, "A day"),
                        advance("days", 7, "A week"));
    }

    private static String advance(String unit, int by, String label) {
        return """
                <form method="post" action="/control/clock/advance"><input type="hidden" name="%s" value="%d">\
                <button>%s ahead</button></form>
                """.formatted(unit, by, label);
    }

    private String faults() {
        List<Fault> armed = kernel.faults().armed();
        String rows = armed.stream()
                .map(f -> row(f.service(), f.operation(), f.kind(), f.count() + "×", f.millis() + " ms", f.factor()))
                .collect(Collectors.joining());
        return """
                <section><h2>Faults</h2><form method="post" action="/control/faults" class="row">
                <select name="service" aria-label="service"><option value="*">any service</option>%s</select>
                <select name="kind" aria-label="kind">%s</select>
                <span class="with"><label for="op">operation</label><input class="short" id="op" name="operation" value="*"></span>
                <span class="with"><label for="count">times</label><input class="short" id="count" name="count" type="number" min="1" max="1000" value="1"></span>
                <span class="with"><label for="millis">millis</label><input class="short" id="millis" name="millis" type="number" min="0" max="60000" value="2000"></span>
                <span class="with"><label for="factor">factor %%</label><input class="short" id="factor" name="factor" type="number" min="0" max="10000" value="0"></span>
                <button>Arm</button></form><h3>Armed</h3>%s%s</section>
                """.formatted(
                options(cast.keySet()),
                options(Arrays.stream(FaultKind.values()).map(Enum::name).toList()),
                table(rows, "Nothing is armed."),
                armed.isEmpty()
                        ? ""
                        : "<form method=\"post\" action=\"/control/faults/clear\"><button class=\"quiet\">Disarm all</button></form>");
    }

    private String pushes() {
        String rows = kernel.push().recent().stream()
                .limit(PUSHES_SHOWN)
                .map(p -> row(SHORT.format(p.at()), p.service(), p.topic(), "try " + p.attempt(), p.outcome()))
                .collect(Collectors.joining());
        return "<section><h2>Pushes</h2>" + table(rows, "None yet. Give a service a webhook address below.")
                + "</section>";
    }

    private String card(SimulatedService service) {
        Service server = Objects.requireNonNull(running.get(service.name()));
        String requests = server.recent().stream()
                .limit(REQUESTS_SHOWN)
                .map(ControlPage::request)
                .collect(Collectors.joining());
        String keys = service.credentials().entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue()))
                .collect(Collectors.joining());
        String url = kernel.webhooks().of(service.name()).map(Object::toString).orElse("");
        return """
                <section><h2>%1$s</h2><div><code>%2$s</code> · <a href="/control/state/%1$s">its books</a></div>
                <h3>Webhook</h3><form method="post" action="/control/webhooks" class="row"><input type="hidden" name="service" value="%1$s">
                <input class="long" name="url" aria-label="webhook of %1$s" placeholder="http://127.0.0.1:8080/…" value="%3$s"><button class="quiet">Save</button></form>
                %4$s<h3>Keys</h3>%5$s<h3>Requests</h3>%6$s</section>
                """.formatted(
                        Html.escape(service.name()),
                        server.address(),
                        Html.escape(url),
                        actions(service),
                        table(keys, "None."),
                        table(requests, "None yet."));
    }

    private static String actions(SimulatedService service) {
        String forms = service.actions().entrySet().stream()
                .map(e -> """
                        <form method="post" action="/control/act/%s/%s" class="row">%s<button class="quiet">%s</button></form>
                        """.formatted(
                                Html.escape(service.name()),
                                Html.escape(e.getKey()),
                                fields(e.getValue()),
                                Html.escape(e.getKey())))
                .collect(Collectors.joining());
        return forms.isEmpty() ? "" : "<h3>Acts of the world</h3>" + forms;
    }

    private static String fields(String names) {
        return Arrays.stream(names.split("[ ,]+"))
                .filter(name -> !name.isBlank())
                .map(Html::escape)
                .map(name -> "<input name=\"%1$s\" placeholder=\"%1$s\" aria-label=\"%1$s\">".formatted(name))
                .collect(Collectors.joining());
    }

    private static String request(RequestTrace t) {
        String status = t.status() >= 400 || t.status() == 0
                ? "<span class=\"bad\">" + (t.status() == 0 ? "dropped" : t.status()) + "</span>"
                : String.valueOf(t.status());
        return "<tr><td>%s</td><td>%s</td><td>%d ms</td><td>%s</td><td><code>%s</code> %s</td></tr>"
                .formatted(time(t.at()), status, t.millis(), t.method(), Html.escape(shortened(t.path())), t.fault());
    }

    private static String shortened(String path) {
        return path.length() <= PATH_SHOWN ? path : path.substring(0, PATH_SHOWN) + "…";
    }

    private static String time(Instant at) {
        return SHORT.format(at);
    }

    private static String options(Iterable<String> names) {
        var options = new StringBuilder();
        names.forEach(
                name -> options.append("<option>").append(Html.escape(name)).append("</option>"));
        return options.toString();
    }

    private static String row(Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> "<td>" + Html.escape(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String table(String rows, String none) {
        return rows.isEmpty()
                ? "<p class=\"none\">" + none + "</p>"
                : "<div class=\"scroll\"><table>" + rows + "</table></div>";
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(ControlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
