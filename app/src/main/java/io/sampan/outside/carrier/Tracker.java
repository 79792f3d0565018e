package io.sampan.outside.carrier;

import java.net.URI;
import java.util.Collection;
import java.util.Map;

/** A service that follows parcels of many carriers. */
public interface Tracker {
    /** Most numbers in one question. */
    int MOST_NUMBERS = 40;

    /** Asks it to follow a number and to push news of it; a number that it follows already is fine. */
    Registered register(String number);

    /** What it knows of these numbers now, each of them a key of the answer; at most {@link #MOST_NUMBERS}. */
    Map<String, Tracked> look(Collection<String> numbers);

    /** Where anybody sees on the web how a number gets on. */
    URI page(String number);

    sealed interface Registered {
        record Done() implements Registered {}

        record Refused(String code, String words) implements Registered {}

        /** Ask again; it does no harm. */
        record Unclear(String why) implements Registered {}
    }
}
