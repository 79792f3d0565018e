package io.sampan.windows.frame;

/** There is no such page, or none that this visitor may know of: both are answered alike, with 404. */
public final class NotThere extends RuntimeException {
    public NotThere() {
        super("Not there", null, false, false);
    }
}
