package io.sampan.ground.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import org.jspecify.annotations.Nullable;

/**
 * Makes photos as small as a screen needs them, so that an order's page opens on a phone: a dozen photos of today's cameras weigh 50 MB. One at
 * a time, so that memory is bounded.
 */
final class Shrinking {
    /** Longest side of a kept photo in pixels. */
    static final int EDGE = 1_600;

    /** A picture that says it has more is not unpacked. Cameras of today's phones have up to 64 million, and fewer unless one asks for all. */
    static final long MOST_PIXELS = 65_000_000;

    /** Of one side: rows are unpacked whole. */
    private static final int MOST_SIDE = 20_000;

    private static final float QUALITY = 0.85f;
    /** Where {@link JpegSegments} puts the note that says which side is up, and how long it is. */
    private static final int NOTE_AT = 2;

    private static final int NOTE_LENGTH = 36;
    private static final int NOTE_MARKER = 0xE1;

    private Shrinking() {}

    /** The same picture, no side longer than {@link #EDGE}; as it is when it is small enough, or of a kind that Java does not read (WebP). */
    static synchronized Shrunk shrunk(Picture picture) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new Shrunk.Kept(picture);
            }
            var reader = readers.next();
            try {
                reader.setInput(in, false, true);
                return shrunk(picture, reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | CMMException unreadable) {
            return new Shrunk.Unreadable();
        }
    }

    private static Shrunk shrunk(Picture picture, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > MOST_SIDE || (long) width * height > MOST_PIXELS) {
            return new Shrunk.TooManyPixels(MOST_PIXELS);
        }
        var image = unpacked(reader, Math.max(width, height));
        return image == null || Math.max(width, height) <= EDGE
                ? new Shrunk.Kept(picture)
                : new Shrunk.Kept(new Picture(picture.contentType(), smaller(picture, image)));
    }

    /** The image, at least twice as long as {@link #EDGE} if it is; null when its colours are none that Java knows, but its pixels are there. */
    private static @Nullable BufferedImage unpacked(ImageReader reader, int longest) throws IOException {
        var how = reader.getDefaultReadParam();
        int step = Math.max(1, longest / (2 * EDGE));
        how.setSourceSubsampling(step, step, 0, 0);
        try {
            return reader.read(0, how);
        } catch (IIOException | CMMException oddColours) {
            if (!reader.canReadRaster()) {
                throw oddColours;
            }
            reader.readRaster(0, how);
            return null;
        }
    }

    private static byte[] smaller(Picture picture, BufferedImage unpacked) throws IOException {
        var image = unpacked;
        while (longest(image) > 2 * EDGE) {
            image = scaled(image, (longest(image) + 1) / 2);
        }
        image = scaled(image, EDGE);
        return picture.contentType().equals("image/png") ? png(image) : upright(picture.bytes(), jpeg(image));
    }

    private static BufferedImage scaled(BufferedImage image, int longest) {
        int width = Math.max(1, Math.round((float) image.getWidth() * longest / longest(image)));
        int height = Math.max(1, Math.round((float) image.getHeight() * longest / longest(image)));
        boolean clear = image.getColorModel().hasAlpha();
        var to = new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return to;
    }

    private static int longest(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Java's reader leaves a picture lying as the camera held it: the note that says which side is up goes along. */
    private static byte[] upright(byte[] before, byte[] after) {
        if ((before[NOTE_AT + 1] & 0xFF) != NOTE_MARKER) {
            return after;
        }
        var out = new ByteArrayOutputStream(after.length + NOTE_LENGTH);
        out.write(after, 0, NOTE_AT);
        out.write(before, NOTE_AT, NOTE_LENGTH);
        out.write(after, NOTE_AT, after.length - NOTE_AT);
        return out.toByteArray();
    }
}
