package io.sampan.windows.console;

import io.sampan.browse.request.Request;
import io.sampan.browse.request.RequestId;
import io.sampan.browse.request.RequestState;
import io.sampan.browse.request.Requests;
import io.sampan.browse.request.Requests.Dealt;
import io.sampan.browse.request.Whereabouts;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What shoppers ask for that no connector shows: an operator looks for it and offers it, or says why not. */
@Controller
public class RequestsPage {
    private static final int SHOWN = 100;
    private static final int SETTLED = 30;

    private final Pages pages;
    private final Requests requests;
    private final RequestTasks tasks;
    private final Clock clock;

    RequestsPage(Pages pages, Requests requests, RequestTasks tasks, Clock clock) {
        this.pages = pages;
        this.requests = requests;
        this.tasks = tasks;
        this.clock = clock;
    }

    public record ListView(Pile waiting, Pile settled) {}

    public record View(Request request, AnswerForm form, Said said) {
        /** Where the shopper's link leads, and whether it may want to be taken for another one. */
        public Whereabouts where() {
            return Whereabouts.of(request.wish().link());
        }

        /** Whether an operator can still say something about it. */
        public boolean open() {
            return !(request.state() instanceof RequestState.Withdrawn);
        }

        public boolean declined() {
            return request.state() instanceof RequestState.Declined;
        }
    }

    @GetMapping("/console/requests")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var view = new ListView(tasks.waiting(SHOWN), tasks.settled(SETTLED));
        pages.show(response, "console/requests.jte", pages.frame(request, "console"), view);
    }

    @GetMapping("/console/requests/{id}")
    void show(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = asked(id);
        show(asked, AnswerForm.of(asked), request, response);
    }

    @PostMapping("/console/requests/{id}/answer")
    void answer(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var typed = new Typed(request);
        var form = AnswerForm.typed(typed);
        var unreadable = form.unreadable(typed);
        if (!unreadable.isEmpty()) {
            show(asked(id), form.faulty(unreadable), request, response);
            return;
        }
        var by = pages.frame(request, "console").visitor().required().id();
        switch (requests.answer(asked(id).id(), typed.text("seen"), form.answer(typed, by, clock.instant()))) {
            case Dealt.Done _ -> goOn(id, "offered", response);
            case Dealt.TooLate _ -> goOn(id, "withdrawn-meanwhile", response);
            case Dealt.Faulty(var faults) ->
                show(
                        asked(id),
                        form.faulty(faults.stream().map(AnswerForm::field).toList()),
                        request,
                        response);
        }
    }

    @PostMapping("/console/requests/{id}/decline")
    void decline(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var typed = new Typed(request);
        var form = AnswerForm.typed(typed);
        var asked = asked(id);
        if (!form.hasReason()) {
            var again = AnswerForm.of(asked).because(form.reason()).faulty(List.of("reason"));
            show(asked, again, request, response);
            return;
        }
        switch (requests.decline(asked.id(), typed.text("seen"), form.reason())) {
            case Dealt.Done _ -> goOn(id, "declined", response);
            case Dealt.TooLate _, Dealt.Faulty _ -> goOn(id, "withdrawn-meanwhile", response);
        }
    }

    private void show(Request asked, AnswerForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = pages.frame(request, "console");
        int status = form.faults().isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNPROCESSABLE_CONTENT;
        pages.show(response, status, "console/request.jte", frame, new View(asked, form, Said.of(request, frame)));
    }

    private void goOn(UUID id, String said, HttpServletResponse response) {
        pages.goOn(response, "/console/requests/" + id + "?said=" + said);
    }

    private Request asked(UUID id) {
        return requests.find(new RequestId(id)).orElseThrow(NotThere::new);
    }
}
