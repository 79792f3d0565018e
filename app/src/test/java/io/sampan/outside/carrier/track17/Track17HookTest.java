package io.sampan.outside.carrier.track17;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.carrier.SampleTracking;
import io.sampan.outside.carrier.TrackingNews;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class Track17HookTest {
    private static final String BODY = "{\"event\":\"TRACKING_UPDATED\",\"data\":{\"number\":\"LZ473124829CN\"}}";

    private final List<Object> published = new ArrayList<>();
    private final Track17Hook hook = new Track17Hook(
            new Track17Settings(
                    URI.create("http://127.0.0.1:1"),
                    "KEY",
                    Duration.ofSeconds(1),
                    Duration.ZERO,
                    "https://tracking.example/?nums=NUMBER"),
            SampleTracking.of(TestDatabase.fresh(), published::add));

    @Test
    void thePushThatComesTwiceIsNewsOnce() throws IOException {
        assertThat(push(BODY, sign(BODY))).isEqualTo(200);
        assertThat(push(BODY, sign(BODY))).isEqualTo(200);
        assertThat(published).containsExactly(new TrackingNews("LZ473124829CN"));
        var later = BODY.replace("}}", ",\"tag\":1}}");
        assertThat(push(later, sign(later))).isEqualTo(200);
        assertThat(published).hasSize(2);
    }

    @Test
    void aPushWithoutARightSignatureIsNotHeard() throws IOException {
        assertThat(push(BODY, "")).isEqualTo(403);
        assertThat(push(BODY.replace("9CN", "8CN"), sign(BODY))).isEqualTo(403);
        assertThat(push(" ".repeat(262_145), "")).isEqualTo(413);
        assertThat(published).isEmpty();
    }

    @Test
    void aNumberThatIsNoneIsNotNews() throws IOException {
        for (var number : List.of("", "LZ47312\\u00004829CN", "LZ 473", "9".repeat(51))) {
            var body = BODY.replace("LZ473124829CN", number);
            assertThat(push(body, sign(body))).isEqualTo(200);
        }
        assertThat(push("null", sign("null"))).isEqualTo(200);
        assertThat(published).isEmpty();
    }

    @Test
    void withoutAKeyThereIsNoHookThatEverybodyCouldSignFor() {
        new ApplicationContextRunner()
                .withUserConfiguration(Track17Hook.class)
                .withPropertyValues("sampan.track17.token=")
                .run(context -> assertThat(context).doesNotHaveBean(Track17Hook.class));
    }

    private int push(String body, String sign) throws IOException {
        return hook.heard(sign, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                .getStatusCode()
                .value();
    }

    private static String sign(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((body + "/KEY").getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
