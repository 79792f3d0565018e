package io.sampan.windows.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.LookingOnly;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.outside.marketplace.Words;
import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class PicturePageTest {
    static final String CSRF = "abcdefghijklmnopqrstuv";
    static final byte[] PNG = png();

    private static byte[] png() {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** Two marketplaces that search by pictures, one of which is busy, and one that does not. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seeing {
        @Bean
        Eye seeing() {
            return new Eye(MarketplaceId.TAOBAO);
        }

        @Bean
        Eye busy() {
            return new Eye(MarketplaceId.ALI1688);
        }

        @Bean
        ShelfMarketplace blind() {
            return new ShelfMarketplace(MarketplaceId.JD, "blind");
        }
    }

    static final class Eye extends LookingOnly {
        final List<byte[]> seen = new CopyOnWriteArrayList<>();
        private final MarketplaceId id;

        Eye(MarketplaceId id) {
            this.id = id;
        }

        @Override
        public MarketplaceId id() {
            return id;
        }

        @Override
        public String source() {
            return "eye";
        }

        @Override
        public Searched search(Searched.Query query) {
            return new Searched.Unsupported();
        }

        @Override
        public Fetched fetch(String itemId, String language) {
            return new Fetched.Gone(new ItemRef(id, itemId));
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.of(Capability.IMAGE_SEARCH, Capability.DETAIL);
        }

        @Override
        public Searched searchByImage(byte[] picture, String language) {
            seen.add(picture);
            if (id == MarketplaceId.ALI1688) {
                return new Searched.Later(Duration.ofSeconds(10), "busy");
            }
            var row = new Searched.Listing(
                    new ItemRef(id, "77"),
                    new Words("红色花瓶", Map.of("en", "Red vase <b>")),
                    URI.create("https://img.alicdn.com/77.jpg"),
                    Money.fen(3_900),
                    12);
            return new Searched.Page(List.of(row), 1);
        }
    }

    @Autowired
    MockMvc shop;

    @Autowired
    List<Eye> eyes;

    private String sent(byte[] file, int status) throws Exception {
        return page(
                multipart("/search/picture")
                        .file(new MockMultipartFile("picture", "vase.png", "image/png", file))
                        .cookie(new Cookie("csrf", CSRF))
                        .param("_csrf", CSRF),
                status);
    }

    private String page(RequestBuilder request, int status) throws Exception {
        return shop.perform(request)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void findsWhatTheMarketplacesThatSeeFindAndNamesWhoWasSilent() throws Exception {
        assertThat(sent(PNG, 200))
                .contains("href=\"/p/taobao/77\"", "Red vase &lt;b", "1688")
                .doesNotContain("Nothing looks like");
        assertThat(eyes).allSatisfy(eye -> assertThat(eye.seen).last().isEqualTo(PNG));
    }

    @Test
    void whatIsNoPictureIsSentToNobody() throws Exception {
        eyes.forEach(eye -> eye.seen.clear());
        assertThat(sent("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), 422))
                .contains("This is no picture that we can use");
        assertThat(sent(new byte[0], 422)).contains("This is no picture that we can use");
        assertThat(sent(Arrays.copyOf(PNG, PNG.length / 2), 422)).contains("This is no picture that we can use");
        assertThat(eyes).allSatisfy(eye -> assertThat(eye.seen).isEmpty());
    }

    @Test
    void theFormSaysWhatBecomesOfThePicture() throws Exception {
        assertThat(page(get("/search/picture"), 200)).contains("do not keep it", "enctype=\"multipart/form-data\"");
    }
}
