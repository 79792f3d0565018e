package io.sampan.bench;

/** Nothing was measured, and the message says what is missing. */
public class CouldNotMeasure extends Exception {
    public CouldNotMeasure(String message) {
        super(message);
    }

    public CouldNotMeasure(String message, Throwable cause) {
        super(message, cause);
    }
}
