package io.sampan.browse.search;

import io.sampan.ground.picture.Shrunk;
import java.util.Locale;

/**
 * A question for goods that look like a picture.
 *
 * @param picture a JPEG, PNG or WebP file of at most {@value #MOST_BYTES} bytes, clean of what the camera noted about place and person
 * @param locale in whose language titles are wanted
 */
public record PictureRequest(byte[] picture, Locale locale) {
    /** What the marketplaces take. */
    static final int MOST_BYTES = 3 * 1024 * 1024;

    /** What came of reading a file. */
    public sealed interface Read {
        record Fine(PictureRequest request) implements Read {}

        record NoPicture() implements Read {}

        /** Also when it is made as small as a screen needs. */
        record TooLarge() implements Read {}
    }

    /** A file as somebody sent it. */
    public static Read read(byte[] file, Locale locale) {
        return switch (Shrunk.of(file)) {
            case Shrunk.Kept(var small) ->
                small.bytes().length > MOST_BYTES
                        ? new Read.TooLarge()
                        : new Read.Fine(new PictureRequest(small.bytes(), locale));
            case Shrunk.Unreadable _ -> new Read.NoPicture();
            case Shrunk.TooManyPixels _ -> new Read.TooLarge();
        };
    }
}
