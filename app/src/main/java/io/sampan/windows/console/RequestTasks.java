package io.sampan.windows.console;

import static io.sampan.windows.console.Pile.MOST_COUNTED;

import io.sampan.browse.request.Request;
import io.sampan.browse.request.Requests;
import io.sampan.windows.console.Pile.Task;
import org.springframework.stereotype.Component;

/** What shoppers asked for and nobody has answered yet, as work. */
@Component
final class RequestTasks {
    private final Requests requests;

    RequestTasks(Requests requests) {
        this.requests = requests;
    }

    /** @param shown most rows of it */
    Pile waiting(int shown) {
        return Pile.of("requests", "/console/requests", requests.waiting(MOST_COUNTED), shown, RequestTasks::task);
    }

    /** The latest that were dealt with. @param shown most rows of it */
    Pile settled(int shown) {
        return Pile.of(
                "requests-settled",
                "/console/requests",
                requests.settled(shown),
                shown,
                request ->
                        task(request).because("request.state." + request.state().slug(), ""));
    }

    private static Task task(Request request) {
        var wish = request.wish();
        return Task.at("/console/requests/" + request.id(), wish.quantity() + " × " + wish.what())
                .about(wish.address().map(address -> address.getHost()).orElse(""))
                .since(request.askedAt());
    }
}
