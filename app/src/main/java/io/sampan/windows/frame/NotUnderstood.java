package io.sampan.windows.frame;

/** A form says what our pages never send: it is answered with 400, and nothing was changed. */
public final class NotUnderstood extends RuntimeException {
    public NotUnderstood() {
        super("Not understood", null, false, false);
    }
}
