package io.sampan.simulators.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.kernel.Books;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class AlikeTest {
    final Books books = Books.inMemory();
    final World world =
            new World(World.USUAL_SEED, 600, books, InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z")));
    final Alike alike = new Alike(world);

    /** A frame of one colour around a middle of another. */
    static byte[] picture(Color frame, Color middle) throws IOException {
        var image = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(frame);
        pen.fillRect(0, 0, 100, 80);
        pen.setColor(middle);
        pen.fillRect(35, 25, 30, 30);
        pen.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    @Test
    void seesTheColourInTheMiddle() throws IOException {
        assertThat(Alike.colour(picture(Color.WHITE, new Color(0xb3583f)))).contains(0xb3583f);
        assertThat(Alike.colour("no picture".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(Alike.colour(new byte[0])).isEmpty();
    }

    @Test
    void findsWhatHasTheColourFirstAndNothingByAColourThatNothingHas() {
        var listing = world.listings(Marketplace.TAOBAO).getFirst();
        var hex = world.offer(listing).skus().getFirst().colour().hex();
        var found = alike.find(Marketplace.TAOBAO, Integer.parseInt(hex, 16), 20);
        assertThat(found)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(20)
                .allMatch(one -> one.marketplace() == Marketplace.TAOBAO);
        assertThat(world.offer(found.getFirst()).skus().getFirst().colour().hex())
                .isEqualTo(hex);
        assertThat(alike.find(Marketplace.TAOBAO, 0x00ff00, 20)).isEmpty();
    }

    @Test
    void takesPicturesAndNothingElseAndNoneThatIsTooLarge() throws IOException {
        var uploads = new Uploads(books.open("pictures", Uploads.Upload.class));
        var base64 = Base64.getEncoder();
        var taken = uploads.take(base64.encodeToString(picture(Color.WHITE, Color.RED)));
        assertThat(taken)
                .flatMap(one -> uploads.find(one.id()))
                .isEqualTo(taken)
                .isPresent();
        assertThat(uploads.take("***")).isEmpty();
        assertThat(uploads.take(base64.encodeToString(new byte[Uploads.MOST_BYTES + 1])))
                .isEmpty();
        assertThat(uploads.find("1")).isEmpty();
    }
}
