package io.sampan.simulators;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.kernel.Service;
import io.sampan.simulators.kernel.SimulatedService;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The control API and its page: clock, faults, webhooks, acts of the world, and each service's own books. */
final class Control implements Handler {
    private static final String ACT = "/control/act/";
    private static final String STATE = "/control/state/";

    private final Kernel kernel;
    private final Map<String, SimulatedService> cast = new LinkedHashMap<>();
    private final Map<String, Service> running;
    private final ControlPage page;

    Control(Kernel kernel, List<SimulatedService> cast, Map<String, Service> running) {
        this.kernel = kernel;
        this.running = running;
        cast.forEach(service -> this.cast.put(service.name(), service));
        this.page = new ControlPage(kernel, this.cast, running);
    }

    @Override
    public Duration timeLimit() {
        return Duration.ofMinutes(6);
    }

    @Override
    public Answer handle(Question q) {
        try {
            return switch (q.method()) {
                case "GET" -> read(q);
                case "POST" -> fromElsewhere(q) ? Answer.text(403, "only from this page") : back(q, change(q));
                case "DELETE" -> delete(q);
                default -> Answer.text(405, "GET, POST or DELETE");
            };
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Answer.json(400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private Answer read(Question q) {
        if (q.path().startsWith(STATE)) {
            SimulatedService service = cast.get(q.path().substring(STATE.length()));
            return service == null ? notFound(q) : Answer.json(service.state());
        }
        return switch (q.path()) {
            case "/" -> Answer.html(page.html());
            case "/control/clock" -> clock();
            case "/control/endpoints" -> endpoints();
            case "/control/credentials" -> credentials();
            case "/control/faults" -> Answer.json(kernel.faults().armed());
            case "/control/webhooks" -> Answer.json(kernel.webhooks().all());
            case "/control/pushes" -> Answer.json(kernel.push().recent());
            default -> notFound(q);
        };
    }

    private Answer change(Question q) {
        if (q.path().startsWith(ACT)) {
            return act(q);
        }
        Map<String, String> form = q.form();
        return switch (q.path()) {
            case "/control/clock/advance" -> {
                kernel.clock().advance(duration(form));
                yield clock();
            }
            case "/control/faults" -> {
                kernel.faults().arm(fault(form));
                yield Answer.json(kernel.faults().armed());
            }
            case "/control/faults/clear" -> {
                kernel.faults().clear();
                yield Answer.json(kernel.faults().armed());
            }
            case "/control/webhooks" -> {
                String service = form.getOrDefault("service", "");
                if (!cast.containsKey(service)) {
                    throw new IllegalArgumentException("service: one of " + cast.keySet());
                }
                kernel.webhooks().set(service, form.getOrDefault("url", ""));
                yield Answer.json(kernel.webhooks().all());
            }
            default -> notFound(q);
        };
    }

    private Answer delete(Question q) {
        if (!q.path().equals("/control/faults")) {
            return notFound(q);
        }
        kernel.faults().clear();
        return Answer.json(kernel.faults().armed());
    }

    private Answer act(Question q) {
        String[] parts = q.path().substring(ACT.length()).split("/", 3);
        SimulatedService service = cast.get(parts[0]);
        return service == null || parts.length != 2 ? notFound(q) : Answer.json(service.act(parts[1], q.form()));
    }

    private Answer clock() {
        return Answer.json(Map.of(
                "now", kernel.clock().now().toString(),
                "offsetMillis", kernel.clock().offset().toMillis()));
    }

    private Answer endpoints() {
        var addresses = new LinkedHashMap<String, String>();
        running.forEach((name, service) -> addresses.put(name, service.address().toString()));
        return Answer.json(addresses);
    }

    private Answer credentials() {
        var all = new LinkedHashMap<String, Map<String, String>>();
        cast.forEach((name, service) -> all.put(name, service.credentials()));
        return Answer.json(all);
    }

    private static Duration duration(Map<String, String> form) {
        long seconds = number(form, "seconds", 0);
        long hours = number(form, "hours", 0);
        long days = number(form, "days", 0);
        if (Math.max(Math.abs(seconds), Math.max(Math.abs(hours), Math.abs(days))) > 400L * 86_400) {
            throw new IllegalArgumentException("At most 400 days");
        }
        return Duration.ofSeconds(seconds).plusHours(hours).plusDays(days);
    }

    private static Fault fault(Map<String, String> form) {
        return new Fault(
                form.getOrDefault("service", "*"),
                form.getOrDefault("operation", "*"),
                FaultKind.valueOf(form.getOrDefault("kind", "")),
                (int) number(form, "count", 1),
                number(form, "millis", 0),
                (int) number(form, "factor", 0));
    }

    private static long number(Map<String, String> form, String field, long otherwise) {
        String text = form.getOrDefault(field, "");
        return text.isBlank() ? otherwise : Long.parseLong(text.strip());
    }

    /** A form on another site could post here through the operator's browser; its Origin gives it away. */
    private static boolean fromElsewhere(Question q) {
        String origin = q.header("origin");
        return !origin.isEmpty() && !origin.equals("http://" + q.header("host"));
    }

    private static Answer back(Question q, Answer answer) {
        boolean browser = q.header("accept").contains("text/html");
        return browser && answer.status() == 200 ? Answer.redirect("/") : answer;
    }

    private static Answer notFound(Question q) {
        return Answer.json(404, Map.of("error", "nothing at " + q.path()));
    }
}
