package io.sampan.ground.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A JPEG, PNG or WebP picture, told by its own bytes, without the notes that cameras and programs write beside the image: place, device, names,
 * previews. The image itself stays bit for bit; a JPEG keeps the one note that says which side is up. No image is unpacked here, and of a
 * colour profile no more than a profile has, so that none can be a bomb. Sources: ITU T.81, PNG (W3C), RIFF/WebP container specification.
 */
public record Picture(String contentType, byte[] bytes) {
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_HEAD = 8;
    private static final int CRC = 4;
    private static final int RIFF_HEAD = 12;
    /** Chunks without which a PNG looks otherwise; all others are notes. */
    private static final Set<String> PNG_KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP");

    /** Bytes of a colour profile, unpacked. Those of screens and cameras have some thousands. */
    private static final long MOST_PROFILE = 4 << 20;

    private static final Set<String> WEBP_NOTES = Set.of("EXIF", "XMP ");
    /** The bits of a VP8X chunk that announce EXIF and XMP. */
    private static final int WEBP_NOTE_BITS = 0x0C;

    /** The clean picture; empty when the bytes are none, or broken. */
    static Optional<Picture> read(byte[] bytes) {
        try {
            if (JpegSegments.isJpeg(bytes)) {
                return Optional.of(new Picture("image/jpeg", new JpegSegments(bytes).withoutNotes()));
            }
            if (startsWith(bytes, PNG_HEAD)) {
                return Optional.of(new Picture("image/png", png(bytes)));
            }
            if (isWebp(bytes)) {
                return Optional.of(new Picture("image/webp", webp(bytes)));
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static byte[] png(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        out.writeBytes(PNG_HEAD);
        var in = ByteBuffer.wrap(bytes);
        int at = PNG_HEAD.length;
        String name = "";
        while (!name.equals("IEND")) {
            int length = in.getInt(at);
            name = name(bytes, at + 4);
            int end = checked(bytes, at, (long) CHUNK_HEAD + length + CRC, length);
            boolean bomb = name.equals("iCCP") && isBomb(bytes, at + CHUNK_HEAD, end - CRC);
            if (PNG_KEPT.contains(name) && !bomb) {
                out.write(bytes, at, end - at);
            }
            at = end;
        }
        return out.toByteArray();
    }

    /** Whether a colour profile, behind its name and the number of its compression, unpacks to more than any profile has, or to nothing. */
    private static boolean isBomb(byte[] bytes, int from, int to) {
        int packed = from;
        while (bytes[packed] != 0) {
            packed++;
        }
        packed += 2;
        try (var unpacking = new Inflater()) {
            unpacking.setInput(bytes, packed, Math.max(0, to - packed));
            var part = new byte[8192];
            while (unpacking.getBytesWritten() <= MOST_PROFILE) {
                if (unpacking.inflate(part) == 0) {
                    return !unpacking.finished();
                }
            }
            return true;
        } catch (DataFormatException broken) {
            return true;
        }
    }

    private static boolean isWebp(byte[] bytes) {
        return bytes.length > RIFF_HEAD + CHUNK_HEAD
                && name(bytes, 0).equals("RIFF")
                && name(bytes, 8).equals("WEBP");
    }

    private static byte[] webp(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, RIFF_HEAD);
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = RIFF_HEAD;
        boolean image = false;
        while (at < bytes.length) {
            int length = in.getInt(at + 4);
            var name = name(bytes, at);
            int end = checked(bytes, at, (long) CHUNK_HEAD + length + (length & 1), length);
            image |= name.startsWith("VP8");
            if (name.equals("VP8X") && pixels(in, at + CHUNK_HEAD) > Shrinking.MOST_PIXELS) {
                throw new IllegalArgumentException("A WebP file of too many pixels");
            }
            if (!WEBP_NOTES.contains(name)) {
                out.writeBytes(chunk(Arrays.copyOfRange(bytes, at, end), name));
            }
            at = end;
        }
        if (!image) {
            throw new IllegalArgumentException("A WebP file without an image");
        }
        var clean = out.toByteArray();
        ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).putInt(4, clean.length - CHUNK_HEAD);
        return clean;
    }

    /** Of the canvas: behind four bytes of flags its width and its height, each less one, in three bytes. */
    private static long pixels(ByteBuffer in, int at) {
        long width = (in.getInt(at + 4) & 0xFFFFFF) + 1;
        long height = (in.getInt(at + 6) >>> 8) + 1;
        return width * height;
    }

    private static byte[] chunk(byte[] chunk, String name) {
        if (name.equals("VP8X")) {
            chunk[CHUNK_HEAD] &= ~WEBP_NOTE_BITS;
        }
        return chunk;
    }

    /** Where a part ends that begins here; refuses one that says it is longer than the file. */
    private static int checked(byte[] bytes, int at, long size, int length) {
        if (length < 0 || at + size > bytes.length) {
            throw new IllegalArgumentException("A part that ends behind the file");
        }
        return Math.toIntExact(at + size);
    }

    private static String name(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return bytes.length > head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }
}
