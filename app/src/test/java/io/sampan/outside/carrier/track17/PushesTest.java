package io.sampan.outside.carrier.track17;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.Application;
import io.sampan.deliver.shipping.Parcels;
import io.sampan.outside.carrier.Carrier;
import io.sampan.outside.carrier.Carriers;
import io.sampan.outside.carrier.TrackingNews;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.test.context.ActiveProfiles;

/** 17TRACK's pushes as they come over the network, through the app's own security, in an app without any carrier. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"sampan.track17.token=KEY", "sampan.track17.address=http://127.0.0.1:9"})
@ActiveProfiles("test")
@Import(PushesTest.Ears.class)
@Tag("slow")
class PushesTest {
    private static final String BODY = "{\"event\":\"TRACKING_UPDATED\",\"data\":{\"number\":\"LZ473124829CN\"}}";

    static class Ear {
        final List<TrackingNews> heard = new CopyOnWriteArrayList<>();

        List<TrackingNews> heard() {
            return heard;
        }

        @ApplicationModuleListener
        void on(TrackingNews news) {
            heard.add(news);
        }
    }

    @TestConfiguration
    static class Ears {
        @Bean
        Ear ear() {
            return new Ear();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Ear ear;

    @Autowired
    Carriers carriers;

    @Autowired
    Parcels parcels;

    @Test
    void aSignedPushIsHeardOnceAndAForgedOneNever() throws Exception {
        assertThat(push(BODY.replace("9CN", "8CN"), sign(BODY))).isEqualTo(403);
        assertThat(push(BODY, sign(BODY))).isEqualTo(200);
        assertThat(push(BODY, sign(BODY))).isEqualTo(200);
        for (int i = 0; i < 1_000 && ear.heard().isEmpty(); i++) {
            Thread.sleep(Duration.ofMillis(100));
        }
        Thread.sleep(Duration.ofMillis(300));
        assertThat(ear.heard()).containsExactly(new TrackingNews("LZ473124829CN"));
    }

    @Test
    void aCarrierThatIsNotSetUpIsUnclearAndNothingIsLost() {
        assertThat(carriers.at("sampanpost").handOver("x")).isInstanceOf(Carrier.Passed.Unclear.class);
        assertThat(parcels.inState("packed", 10)).isEmpty();
    }

    private int push(String body, String sign) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hooks/17track"))
                .header("sign", sign)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private static String sign(String body) throws NoSuchAlgorithmException {
        var bytes = (body + "/KEY").getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
