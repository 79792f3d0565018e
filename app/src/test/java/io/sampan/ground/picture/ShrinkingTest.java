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
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkingTest {
    @Test
    void aLargePhotoIsMadeSmallAndKeepsItsShapeAndColours() throws IOException {
        for (var format : new String[] {"jpg", "png"}) {
            var small = kept(image(format, 4_000, 3_000));
            var image = ImageIO.read(new ByteArrayInputStream(small.bytes()));
            assertThat(image.getWidth()).isEqualTo(1_600);
            assertThat(image.getHeight()).isEqualTo(1_200);
            var left = new Color(image.getRGB(400, 600));
            var right = new Color(image.getRGB(1_200, 600));
            assertThat(left.getRed()).isGreaterThan(240);
            assertThat(left.getBlue()).isLessThan(15);
            assertThat(right.getBlue()).isGreaterThan(240);
            assertThat(Picture.read(small.bytes()).orElseThrow().contentType()).isEqualTo(small.contentType());
        }
    }

    @Test
    void aSmallPhotoStaysBitForBit() throws IOException {
        for (var format : new String[] {"jpg", "png"}) {
            var picture = Picture.read(image(format, 1_600, 900)).orElseThrow();
            assertThat(Shrinking.shrunk(picture)).isEqualTo(new Shrunk.Kept(picture));
        }
    }

    @Test
    void aLargePhotoKeepsTheNoteThatSaysWhichSideIsUp() throws IOException {
        var plain = image("jpg", 2_000, 1_000);
        var note = ByteBuffer.allocate(36).putShort((short) 0xFFE1).putShort((short) 34);
        note.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        note.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(note.array());
        out.write(plain, 2, plain.length - 2);
        var small = kept(out.toByteArray());
        assertThat(Arrays.copyOfRange(small.bytes(), 2, 38)).isEqualTo(note.array());
        assertThat(ImageIO.read(new ByteArrayInputStream(small.bytes())).getWidth())
                .isEqualTo(1_600);
    }

    @ParameterizedTest
    @CsvSource({"60000, 60000", "20000, 20000", "20001, 1", "1, 20001", "2147483647, 2147483647", "8063, 8063"})
    void aPictureThatSaysItIsHugeIsNotUnpacked(int width, int height) throws IOException {
        var picture = Picture.read(saying(width, height)).orElseThrow();
        assertThat(Shrinking.shrunk(picture))
                .isIn(new Shrunk.TooManyPixels(Shrinking.MOST_PIXELS), new Shrunk.Unreadable());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 32", "32, 0", "-1, 32", "33, 33", "64, 64", "8000, 8000"})
    void aPictureThatHasNotThePixelsThatItSaysIsNone(int width, int height) throws IOException {
        var picture = Picture.read(saying(width, height)).orElseThrow();
        assertThat(Shrinking.shrunk(picture)).isEqualTo(new Shrunk.Unreadable());
    }

    @Test
    void aPngWithoutImageDataIsNone() throws IOException {
        var whole = image("png", 32, 32);
        var out = new ByteArrayOutputStream();
        out.write(whole, 0, 33);
        out.write(whole, whole.length - 12, 12);
        var picture = Picture.read(out.toByteArray()).orElseThrow();
        assertThat(Shrinking.shrunk(picture)).isEqualTo(new Shrunk.Unreadable());
    }

    @Test
    void aColourProfileThatUnpacksToMoreThanAProfileIsLeftOut() throws IOException {
        var plain = image("png", 32, 32);
        assertThat(Picture.read(profiled(plain, 3_000)).orElseThrow().bytes()).isEqualTo(profiled(plain, 3_000));
        assertThat(Picture.read(profiled(plain, 400_000_000)).orElseThrow().bytes())
                .isEqualTo(plain);
    }

    @Test
    void aWebpOfTooManyPixelsIsNone() {
        var file = ByteBuffer.allocate(12 + 18 + 14).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII));
        file.putInt(10)
                .putInt(0)
                .putShort((short) 0x3FFF)
                .put((byte) 0)
                .putShort((short) 0x3FFF)
                .put((byte) 0);
        file.put("VP8L".getBytes(StandardCharsets.US_ASCII)).putInt(6);
        assertThat(Picture.read(file.array())).isEmpty();
        file.putShort(24, (short) 100);
        assertThat(Picture.read(file.array())).isPresent();
    }

    private static Picture kept(byte[] bytes) {
        return ((Shrunk.Kept) Shrinking.shrunk(Picture.read(bytes).orElseThrow())).picture();
    }

    /** A PNG of 32 by 32 pixels that says it is of another size. */
    private static byte[] saying(int width, int height) throws IOException {
        var png = image("png", 32, 32);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    /** With a colour profile of so many zeros. */
    private static byte[] profiled(byte[] png, int length) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("iCCPp\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var packing = new Deflater()) {
            var part = new byte[1 << 20];
            for (int left = length; left > 0; left -= part.length) {
                packing.setInput(part, 0, Math.min(left, part.length));
                while (!packing.needsInput()) {
                    var packed = new byte[1 << 16];
                    body.write(packed, 0, packing.deflate(packed));
                }
            }
            packing.finish();
            while (!packing.finished()) {
                var packed = new byte[1 << 16];
                body.write(packed, 0, packing.deflate(packed));
            }
        }
        var crc = new CRC32();
        crc.update(body.toByteArray());
        return ByteBuffer.allocate(png.length + body.size() + 8)
                .put(png, 0, 33)
                .putInt(body.size() - 4)
                .put(body.toByteArray())
                .putInt((int) crc.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    @Test
    void whatIsNoPictureIsUnreadable() {
        assertThat(Shrunk.of("no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(new Shrunk.Unreadable());
        assertThat(Shrunk.of(new byte[0])).isEqualTo(new Shrunk.Unreadable());
    }
}
