package io.sampan.ground.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

public class PictureTest {
    private static final String SECRET = "GPS 52.52 13.40 CAMERA-0815";

    @Test
    void aJpegKeepsItsImageAndItsOrientationAndNothingElse() throws IOException {
        var plain = image("jpg");
        var noted = jpegWithNotes(plain);
        var clean = Picture.read(noted).orElseThrow();
        assertThat(clean.contentType()).isEqualTo("image/jpeg");
        assertThat(text(noted)).contains(SECRET);
        assertThat(text(clean.bytes())).doesNotContain(SECRET).contains("Exif");
        assertThat(pixels(clean.bytes())).isEqualTo(pixels(plain));
        assertThat(Picture.read(clean.bytes()).orElseThrow().bytes()).isEqualTo(clean.bytes());
        assertThat(Picture.read(plain).orElseThrow().bytes()).isEqualTo(plain);
    }

    @Test
    void aPngLosesItsTexts() throws IOException {
        var plain = image("png");
        var noted = ByteBuffer.allocate(plain.length + 12 + SECRET.length());
        noted.put(plain, 0, 33).putInt(SECRET.length()).put("tEXt".getBytes(StandardCharsets.US_ASCII));
        noted.put(SECRET.getBytes(StandardCharsets.US_ASCII)).putInt(0).put(plain, 33, plain.length - 33);
        var clean = Picture.read(noted.array()).orElseThrow();
        assertThat(clean.contentType()).isEqualTo("image/png");
        assertThat(clean.bytes()).isEqualTo(plain);
    }

    @Test
    void aWebpLosesItsExif() {
        var image = chunk("VP8L", new byte[] {0x2F, 1, 2, 3, 4, 5});
        var exif = chunk("EXIF", SECRET.getBytes(StandardCharsets.US_ASCII));
        var clean = Picture.read(webp(chunk("VP8X", new byte[] {0x1C, 0, 0, 0, 0, 0, 0, 0, 0, 0}), image, exif))
                .orElseThrow();
        assertThat(clean.contentType()).isEqualTo("image/webp");
        assertThat(clean.bytes()).isEqualTo(webp(chunk("VP8X", new byte[] {0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0}), image));
    }

    @Test
    void whatOnlyCallsItselfAPictureIsNone() throws IOException {
        assertThat(Picture.read("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Picture.read("GIF89a......................".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(Picture.read(new byte[0])).isEmpty();
        for (var format : new String[] {"jpg", "png"}) {
            var whole = image(format);
            for (int length = 0; length < whole.length - 2; length += 7) {
                assertThat(Picture.read(Arrays.copyOf(whole, length))).isEmpty();
            }
        }
    }

    @Test
    void noBytesBreakIt() throws IOException {
        var random = new Random(42);
        for (var format : new String[] {"jpg", "png"}) {
            var whole = jpegOr(format);
            for (int i = 0; i < 2_000; i++) {
                var broken = whole.clone();
                for (int j = 0; j < 5; j++) {
                    broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt(256);
                }
                Picture.read(broken)
                        .ifPresent(picture -> assertThat(picture.bytes()).isNotEmpty());
            }
        }
    }

    private static byte[] jpegOr(String format) throws IOException {
        return format.equals("jpg") ? jpegWithNotes(image("jpg")) : image(format);
    }

    /** A small picture for tests, in {@code jpg} or {@code png}. */
    public static byte[] image(String format) throws IOException {
        var image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(4, 4, 20, 10);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** Exif with orientation 6 and a secret, a comment, and a second picture appended. */
    private static byte[] jpegWithNotes(byte[] plain) {
        var secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(32 + secret.length).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("Exif\0\0II".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6);
        exif.putShort((short) 0).put(secret);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(segment(0xE1, exif.array()));
        out.writeBytes(segment(0xFE, secret));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(secret);
        out.writeBytes(plain);
        return out.toByteArray();
    }

    private static byte[] segment(int marker, byte[] body) {
        var segment = ByteBuffer.allocate(4 + body.length);
        return segment.put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (2 + body.length))
                .put(body)
                .array();
    }

    private static byte[] chunk(String name, byte[] body) {
        var chunk = ByteBuffer.allocate(8 + body.length + (body.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static byte[] webp(byte[]... chunks) {
        var all = new ByteArrayOutputStream();
        all.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (var chunk : chunks) {
            all.writeBytes(chunk);
        }
        var file = ByteBuffer.allocate(8 + all.size()).order(ByteOrder.LITTLE_ENDIAN);
        return file.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(all.size())
                .put(all.toByteArray())
                .array();
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
