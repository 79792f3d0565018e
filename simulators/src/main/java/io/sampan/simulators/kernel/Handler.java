package io.sampan.simulators.kernel;

import java.time.Duration;

/** One simulated service's answers. Called by many threads at once. */
@FunctionalInterface
public interface Handler {

    /** Answers one question. An exception becomes a plain 500. */
    Answer handle(Question question);

    /** The name under which faults are armed for this question; by default the path. */
    default String operation(Question question) {
        return question.path();
    }

    /** How long one question may take before the service gives up on it with a 503. */
    default Duration timeLimit() {
        return Duration.ofSeconds(30);
    }
}
