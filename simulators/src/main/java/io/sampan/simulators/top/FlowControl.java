package io.sampan.simulators.top;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Code 7 with its three sub codes, in the world's time. A limit that was passed bans: every further call is refused and
 * told how many seconds are left. Source: docs/sources/openmall.md "Flow control".
 */
final class FlowControl {
    static final String APP = "accesscontrol.limited-by-app-access-count";
    static final String API = "accesscontrol.limited-by-api-access-count";
    static final String APP_API = "accesscontrol.limited-by-app-api-access-count";
    private static final String EVERYTHING = "*";

    record Day(String date, int calls) {}

    private record Second(long second, int calls) {}

    private record Ban(String subCode, Instant until) {}

    private final String service;
    private final TopSettings settings;
    private final Kernel kernel;
    private final Book<Day> days;
    private final Map<String, Second> seconds = new HashMap<>();
    private final Map<String, Ban> bans = new HashMap<>();

    FlowControl(String service, TopSettings settings, Kernel kernel) {
        this.service = service;
        this.settings = settings;
        this.kernel = kernel;
        this.days = kernel.books().open(service + "-calls", Day.class);
    }

    /** Counts a call to an API that exists; refuses it while a ban holds or a limit is passed. */
    synchronized void count(String method) {
        Instant now = kernel.clock().now();
        armed(method, now);
        refuseWhileBanned(EVERYTHING, now);
        refuseWhileBanned(method, now);
        if (today(now) > settings.limits().callsPerDay()) {
            bans.put(EVERYTHING, new Ban(APP, midnight(now)));
            refuseWhileBanned(EVERYTHING, now);
        }
        int calls = thisSecond(method, now);
        boolean everybody = calls > settings.limits().apiPerSecond();
        if (everybody || calls > settings.limits().appApiPerSecond()) {
            Instant until = now.plusSeconds(settings.limits().banSeconds());
            bans.put(method, new Ban(everybody ? API : APP_API, until));
            refuseWhileBanned(method, now);
        }
    }

    /** An armed fault bans at once: factor 1 the whole app, 2 the API for everybody, otherwise the API for this app. */
    private void armed(String method, Instant now) {
        Optional<Fault> fault = kernel.faults().take(service, method, FaultKind.FLOW_CONTROL);
        fault.ifPresent(armed -> {
            boolean app = armed.factor() == 1;
            Duration length = armed.millis() > 0
                    ? Duration.ofMillis(armed.millis())
                    : app
                            ? Duration.between(now, midnight(now))
                            : Duration.ofSeconds(settings.limits().banSeconds());
            String subCode = app ? APP : armed.factor() == 2 ? API : APP_API;
            bans.put(app ? EVERYTHING : method, new Ban(subCode, now.plus(length)));
        });
    }

    private void refuseWhileBanned(String what, Instant now) {
        Ban ban = bans.get(what);
        if (ban == null) {
            return;
        }
        if (!ban.until().isAfter(now)) {
            bans.remove(what);
            return;
        }
        long left = (Duration.between(now, ban.until()).toMillis() + 999) / 1_000;
        throw Refused.gateway(
                Problem.APP_CALL_LIMITED, ban.subCode(), "This ban will last for " + left + " more seconds");
    }

    private int today(Instant now) {
        String date = LocalDate.ofInstant(now, Call.BEIJING).toString();
        int calls = days.get(settings.appKey())
                .filter(day -> day.date().equals(date))
                .map(Day::calls)
                .orElse(0);
        days.put(settings.appKey(), new Day(date, calls + 1));
        return calls + 1;
    }

    private int thisSecond(String method, Instant now) {
        long second = now.getEpochSecond();
        Second before = seconds.get(method);
        int calls = before != null && before.second() == second ? before.calls() + 1 : 1;
        seconds.put(method, new Second(second, calls));
        return calls;
    }

    private static Instant midnight(Instant now) {
        return LocalDate.ofInstant(now, Call.BEIJING)
                .plusDays(1)
                .atStartOfDay(Call.BEIJING)
                .toInstant();
    }
}
