package io.sampan.simulators.seventeentrack;

import io.sampan.simulators.carrier.Movements;
import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.PushMessage;
import io.sampan.simulators.kernel.SimulatedService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** 17TRACK for one customer: the numbers followed, and the pushes when the carrier's page has changed. */
public final class SeventeenTrack implements SimulatedService {
    static final int CHINA_POST = 3011;
    static final int YUN_EXPRESS = 190008;
    /** How long after a scan 17TRACK has read it from the carrier. */
    static final Duration LAG = Duration.ofSeconds(30);
    /** Waits between tries of a push [M]. */
    static final List<Duration> RETRIES =
            List.of(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(4));

    private static final String TOKEN = "17TRACK_SIMULATED_KEY_0001";

    private final Kernel kernel;
    private final Movements carrier;
    private final Book<Registration> registrations;
    private final TrackApi api;
    private final TrackPage page;

    public SeventeenTrack(Kernel kernel, Movements carrier) {
        this.kernel = kernel;
        this.carrier = carrier;
        this.registrations = kernel.books().open("17track-registrations", Registration.class);
        this.api = new TrackApi(this, kernel.faults(), registrations, TOKEN);
        this.page = new TrackPage(carrier);
        kernel.push().retry(name(), RETRIES);
        carrier.onScan(this::readLater);
    }

    @Override
    public String name() {
        return "17track";
    }

    @Override
    public Handler handler() {
        return question -> question.path().equals(TrackPage.PATH) ? page.show(question) : api.handle(question);
    }

    @Override
    public void opened(Map<String, URI> addresses) {
        registrations.values().forEach(registration -> readLater(registration.number()));
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of("token", TOKEN);
    }

    @Override
    public Object state() {
        return Map.of("registrations", registrations.values());
    }

    Instant now() {
        return kernel.clock().now();
    }

    /** What is known of a number, as gettrackinfo and pushes carry it. */
    ObjectNode info(Registration registration) {
        var json = Json.object()
                .put("number", registration.number())
                .put("carrier", registration.carrier())
                .putNull("param")
                .put("tag", registration.tag());
        json.set("track_info", TrackInfo.of(carrier.track(registration.number()), now()));
        return json;
    }

    /** The carrier's page is read a little later, and the customer told when it shows anything new. */
    void readLater(String number) {
        kernel.clock().at(now().plus(LAG), "17track reads " + number, () -> read(number));
    }

    private void read(String number) {
        Movements.Track track = carrier.track(number);
        Registration registration = registrations.get(number).orElse(null);
        if (track == null || registration == null || !registration.tracking()) {
            return;
        }
        int events = track.scans().size();
        if (events <= registration.told()) {
            return;
        }
        registrations.update(number, one -> one.told(events));
        var push = Json.object().put("event", "TRACKING_UPDATED");
        push.set("data", info(registration));
        String body = Json.text(push);
        kernel.push().send(name(), () -> PushMessage.json("TRACKING_UPDATED", body, "sign", sign(body, TOKEN)));
    }

    /** hex(SHA256(rawBody + "/" + key)). */
    static String sign(String body, String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((body + "/" + key).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
