package io.sampan.ground.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The segments of a JPEG file before its image. Source: ITU T.81 annex B; Exif 2.3 for the orientation. */
final class JpegSegments {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP15 = 0xEF;
    /** Colour profile and Adobe's colour transform: without them the colours differ. */
    private static final int APP2 = 0xE2;

    private static final int APP14 = 0xEE;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_ORIENTATIONS = 8;
    private static final int MOST_TAGS = 512;

    private final byte[] bytes;

    JpegSegments(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean isJpeg(byte[] bytes) {
        return bytes.length > 4 && at(bytes, 0) == 0xFF && at(bytes, 1) == START && at(bytes, 2) == 0xFF;
    }

    /**
     * The file with only the segments that the image needs, ended where the image ends: what cameras append behind it is left out.
     *
     * @throws IllegalArgumentException when it is no JPEG file
     */
    byte[] withoutNotes() {
        var out = new ByteArrayOutputStream(bytes.length);
        int orientation = 1;
        boolean image = false;
        int at = 2;
        for (int marker = marker(at); marker != END; marker = marker(at)) {
            int end = at + 2 + length(at);
            if (marker == SCAN) {
                image = true;
                end = endOfScan(end);
            }
            if (marker == APP1) {
                orientation = Math.max(orientation, orientation(at + 4, end));
            } else if (isNeeded(marker)) {
                out.write(bytes, at, end - at);
            }
            at = end;
        }
        if (!image) {
            throw new IllegalArgumentException("A JPEG file without an image");
        }
        out.write(0xFF);
        out.write(END);
        return joined(orientation, out.toByteArray());
    }

    /** Where the coded data ends that begins here: at the first marker that is neither a stuffed zero nor a restart. */
    private int endOfScan(int from) {
        int at = from;
        while (at(bytes, at) != 0xFF || isWithinScan(at(bytes, at + 1))) {
            at++;
        }
        return at;
    }

    private static boolean isWithinScan(int next) {
        return next == 0 || next == 0xFF || next >= 0xD0 && next <= 0xD7;
    }

    private static byte[] joined(int orientation, byte[] rest) {
        var all = new ByteArrayOutputStream(rest.length + 40);
        all.write(0xFF);
        all.write(START);
        if (orientation > 1) {
            all.writeBytes(upright(orientation));
        }
        all.writeBytes(rest);
        return all.toByteArray();
    }

    /** An Exif segment that says which side is up and nothing else. */
    private static byte[] upright(int orientation) {
        var segment = ByteBuffer.allocate(36);
        segment.put((byte) 0xFF).put((byte) APP1).putShort((short) 34).put(EXIF);
        segment.put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        segment.putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1);
        segment.putShort((short) orientation).putShort((short) 0).putInt(0);
        return segment.array();
    }

    private static boolean isNeeded(int marker) {
        boolean note = marker >= APP0 && marker <= APP15 || marker == COMMENT;
        return !note || marker == APP0 || marker == APP2 || marker == APP14;
    }

    private int marker(int at) {
        int marker = at(bytes, at + 1);
        if (at(bytes, at) != 0xFF || marker < 0xC0 || marker == 0xFF) {
            throw new IllegalArgumentException("No segment begins at " + at);
        }
        return marker;
    }

    private int length(int at) {
        int length = at(bytes, at + 2) << 8 | at(bytes, at + 3);
        if (length < 2 || at + 2 + length >= bytes.length) {
            throw new IllegalArgumentException("A segment that ends behind the file");
        }
        return length;
    }

    /** The orientation that an Exif segment tells, 1 when it tells none. */
    private int orientation(int from, int to) {
        if (to - from < EXIF.length + 8 || !Arrays.equals(bytes, from, from + EXIF.length, EXIF, 0, EXIF.length)) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(bytes, from + EXIF.length, to - from - EXIF.length)
                .slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int tags = Math.min(tiff.getShort(directory) & 0xFFFF, MOST_TAGS);
        for (int i = 0; i < tags; i++) {
            int tag = directory + 2 + i * 12;
            if ((tiff.getShort(tag) & 0xFFFF) == ORIENTATION) {
                int told = tiff.getShort(tag + 8);
                return told >= 1 && told <= MOST_ORIENTATIONS ? told : 1;
            }
        }
        return 1;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }
}
