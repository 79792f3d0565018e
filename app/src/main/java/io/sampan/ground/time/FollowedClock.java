package io.sampan.ground.time;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** The machine's clock moved by as much as a simulated world's clock was. It keeps the last known offset while the world is silent. */
final class FollowedClock extends Clock {
    private static final Pattern OFFSET = Pattern.compile("\"offsetMillis\"\\s*:\\s*(-?\\d{1,15})");
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 4_096;

    private final Clock machine = Clock.systemUTC();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI world;
    private volatile long offsetMillis;

    FollowedClock(URI world) {
        this.world = world;
        follow();
    }

    /** Asks the world for its time once. */
    void follow() {
        var question = HttpRequest.newBuilder(world).timeout(LIMIT).build();
        try {
            // The question's own limit ends with the headers; waiting for the future bounds the body as well.
            var answer = http.sendAsync(
                            question,
                            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), MOST_BYTES))
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            var offset = OFFSET.matcher(answer.body());
            if (offset.find()) {
                offsetMillis = Long.parseLong(offset.group(1));
            }
        } catch (ExecutionException | TimeoutException silent) {
            // The last known offset stands until the world answers again.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Instant instant() {
        return machine.instant().plusMillis(offsetMillis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), Duration.ofMillis(offsetMillis));
    }
}
