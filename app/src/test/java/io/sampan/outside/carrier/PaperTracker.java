package io.sampan.outside.carrier;

import io.sampan.outside.carrier.Tracked.Event;
import io.sampan.outside.carrier.Tracked.Stage;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A tracking service on paper. */
public final class PaperTracker implements Tracker {
    public final TreeSet<String> followed = new TreeSet<>();
    public final List<Event> events = new ArrayList<>();
    public boolean silent;

    @Override
    public Registered register(String number) {
        if (silent) {
            return new Registered.Unclear("silence");
        }
        followed.add(number);
        return new Registered.Done();
    }

    @Override
    public Map<String, Tracked> look(Collection<String> numbers) {
        var answers = new HashMap<String, Tracked>();
        for (var number : numbers) {
            answers.put(number, answer(number));
        }
        return answers;
    }

    @Override
    public URI page(String number) {
        return URI.create("https://tracking.example/" + number);
    }

    public void says(Stage stage, String at) {
        events.add(new Event(stage, Instant.parse(at), "Frankfurt", stage.name()));
    }

    private Tracked answer(String number) {
        if (silent) {
            return new Tracked.Silent("silence");
        }
        return followed.contains(number) ? new Tracked.Known(events) : new Tracked.Unregistered();
    }
}
