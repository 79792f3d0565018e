package io.sampan.ground.picture;

/** What came of making a picture clean, and small enough to keep. */
public sealed interface Shrunk {
    /** It can be shown, and no side is longer than 1,600 pixels, unless Java does not read its kind (WebP). */
    record Kept(Picture picture) implements Shrunk {}

    /** Nobody could see anything on it: it is no picture, or its image is missing or broken. */
    record Unreadable() implements Shrunk {}

    /** It says that it has more pixels than we unpack, and was not unpacked. @param most that we unpack */
    record TooManyPixels(long most) implements Shrunk {}

    /** Of a file as somebody sent it. */
    static Shrunk of(byte[] file) {
        return Picture.read(file).map(Shrinking::shrunk).orElseGet(Unreadable::new);
    }
}
