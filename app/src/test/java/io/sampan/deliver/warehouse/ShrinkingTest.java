package io.sampan.deliver.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    @Test
    void aLargePhotoIsMadeSmallAndKeepsItsShapeAndColours() throws IOException {
        for (var format : new String[] {"jpg", "png"}) {
            var small =
                    Shrinking.shrunk(Picture.read(image(format, 4_000, 3_000)).orElseThrow());
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
            assertThat(Shrinking.shrunk(picture)).isSameAs(picture);
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
        var small = Shrinking.shrunk(Picture.read(out.toByteArray()).orElseThrow());
        assertThat(Arrays.copyOfRange(small.bytes(), 2, 38)).isEqualTo(note.array());
        assertThat(ImageIO.read(new ByteArrayInputStream(small.bytes())).getWidth())
                .isEqualTo(1_600);
    }

    @Test
    void aPictureThatSaysItIsHugeIsNotDecoded() throws IOException {
        var bomb = image("png", 32, 32);
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
        var crc = new CRC32();
        crc.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());
        var picture = Picture.read(bomb).orElseThrow();
        assertThat(Shrinking.shrunk(picture)).isSameAs(picture);
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
}
