package io.sampan.outside.carrier.track17;

import io.sampan.outside.carrier.Tracked;
import io.sampan.outside.carrier.Tracker;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.WhenSet;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** 17TRACK's questions: each is a list of numbers, and each number is accepted or rejected by itself. */
@Component
@WhenSet("sampan.track17.token")
class Track17 implements Tracker {
    private static final String NAME = "17track";
    private static final int OK = 200;
    /** Source: docs/sources/17track.md "Codes". */
    private static final String ALREADY_REGISTERED = "-18019901";

    private static final String NOT_REGISTERED = "-18019902";

    private final Track17Settings settings;
    private final Wire wire;
    private final Track17Pace pace;

    Track17(Track17Settings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.pace = new Track17Pace(settings.pause(), System::nanoTime);
    }

    @Override
    public Registered register(String number) {
        return switch (ask("register", List.of(number))) {
            case Said.Nothing nothing -> new Registered.Unclear(nothing.why());
            case Said.Lists lists -> {
                var code = lists.rejection(number);
                if (code.isEmpty() || code.get().text("code").equals(ALREADY_REGISTERED)) {
                    yield new Registered.Done();
                }
                yield new Registered.Refused(code.get().text("code"), code.get().text("message"));
            }
        };
    }

    @Override
    public Map<String, Tracked> look(Collection<String> numbers) {
        if (numbers.size() > MOST_NUMBERS) {
            throw new IllegalArgumentException("At most " + MOST_NUMBERS + " numbers in one question");
        }
        var answers = new HashMap<String, Tracked>();
        if (numbers.isEmpty()) {
            return answers;
        }
        switch (ask("gettrackinfo", numbers)) {
            case Said.Nothing nothing ->
                numbers.forEach(number -> answers.put(number, new Tracked.Silent(nothing.why())));
            case Said.Lists lists -> numbers.forEach(number -> answers.put(number, tracked(lists, number)));
        }
        return answers;
    }

    @Override
    public URI page(String number) {
        return URI.create(settings.page().replace("NUMBER", URLEncoder.encode(number, StandardCharsets.UTF_8)));
    }

    private static Tracked tracked(Said.Lists lists, String number) {
        var accepted = lists.acceptance(number);
        if (accepted.isPresent()) {
            return known(accepted.get());
        }
        var code = lists.rejection(number).map(error -> error.text("code")).orElse("no answer for the number");
        return code.equals(NOT_REGISTERED) ? new Tracked.Unregistered() : new Tracked.Silent("17TRACK: " + code);
    }

    private static Tracked known(LooseJson accepted) {
        var events = accepted.at("track_info", "tracking").list("providers").stream()
                .flatMap(provider -> provider.list("events").stream())
                .map(Track17Event::new)
                .flatMap(event -> event.toEvent().stream())
                .distinct()
                .sorted(Comparator.comparing(Tracked.Event::at))
                .toList();
        return new Tracked.Known(events);
    }

    private sealed interface Said {
        record Lists(List<LooseJson> accepted, List<LooseJson> rejected) implements Said {
            Optional<LooseJson> acceptance(String number) {
                return accepted.stream()
                        .filter(one -> one.text("number").equals(number))
                        .findFirst();
            }

            Optional<LooseJson> rejection(String number) {
                return rejected.stream()
                        .filter(one -> one.text("number").equals(number))
                        .findFirst()
                        .map(one -> one.at("error"));
            }
        }

        record Nothing(String why) implements Said {}
    }

    private Said ask(String verb, Collection<String> numbers) {
        if (!waited()) {
            return new Said.Nothing("Too many questions to " + NAME + " at a time");
        }
        var body = LooseJson.write(
                numbers.stream().map(number -> Map.of("number", number)).toList());
        var call = Call.json(NAME, settings.address().resolve("/track/v2.2/" + verb), body)
                .with("17token", settings.token())
                .within(settings.limit())
                .askedTwiceDoesNoHarm();
        return switch (wire.send(call)) {
            case Answered.Silent silent -> new Said.Nothing(silent.why());
            case Answered.Reply reply -> said(reply);
        };
    }

    private static Said said(Answered.Reply reply) {
        var json = LooseJson.of(reply.body());
        if (reply.status() != OK || !json.text("code").equals("0")) {
            return new Said.Nothing("Status " + reply.status() + ", code " + json.text("code") + " of " + NAME);
        }
        var data = json.at("data");
        return new Said.Lists(data.list("accepted"), data.list("rejected"));
    }

    private boolean waited() {
        long wait = pace.turn();
        if (wait < 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
