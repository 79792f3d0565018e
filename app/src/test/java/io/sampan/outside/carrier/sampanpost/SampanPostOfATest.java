package io.sampan.outside.carrier.sampanpost;

import io.sampan.outside.carrier.Carrier;
import io.sampan.outside.wire.WireOfATest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The connector to the simulated SampanPost. */
public final class SampanPostOfATest {
    private SampanPostOfATest() {}

    public static Carrier at(URI service, Map<String, String> credentials, Clock clock) {
        var settings = new SampanPostSettings(
                service.resolve("/router/api/service"),
                credentials.getOrDefault("appKey", ""),
                credentials.getOrDefault("appSecret", ""),
                Duration.ofSeconds(3));
        return new SampanPost(settings, WireOfATest.plain(clock), clock);
    }
}
