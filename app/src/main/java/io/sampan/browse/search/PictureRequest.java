package io.sampan.browse.search;

import java.util.Locale;

/**
 * A question for goods that look like a picture.
 *
 * @param picture a JPEG, PNG or WebP file of at most {@value #MOST_BYTES} bytes
 * @param locale in whose language titles are wanted
 */
public record PictureRequest(byte[] picture, Locale locale) {
    /** What the marketplaces take. */
    public static final int MOST_BYTES = 3 * 1024 * 1024;

    /** Whether a file is such a picture, by its first bytes and its size. */
    public static boolean isPicture(byte[] file) {
        return file.length <= MOST_BYTES
                && (begins(file, 0, 0xFF, 0xD8, 0xFF)
                        || begins(file, 0, 0x89, 'P', 'N', 'G')
                        || begins(file, 0, 'R', 'I', 'F', 'F') && begins(file, 8, 'W', 'E', 'B', 'P'));
    }

    private static boolean begins(byte[] file, int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (file.length <= at + i || (file[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
