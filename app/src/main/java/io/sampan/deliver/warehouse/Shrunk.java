package io.sampan.deliver.warehouse;

/** What came of making a picture small enough to keep. */
sealed interface Shrunk {
    /** It can be shown, and no side is longer than {@link Shrinking#EDGE}, unless Java does not read its kind. */
    record Kept(Picture picture) implements Shrunk {}

    /** Nobody could see anything on it: its image is missing or broken. */
    record Unreadable() implements Shrunk {}

    /** It says that it has more pixels than we unpack, and was not unpacked. */
    record TooManyPixels() implements Shrunk {}
}
