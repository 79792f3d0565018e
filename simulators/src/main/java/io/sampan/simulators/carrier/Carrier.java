package io.sampan.simulators.carrier;

import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.SimulatedService;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The carrier: an open platform for customers, and parcels that move by themselves. */
public final class Carrier implements SimulatedService {
    private static final String APP_KEY = "carrier-demo";
    private static final String SECRET = "carrier-demo-secret-0001";
    private static final int LONGEST_HOLD_HOURS = 24 * 60;

    private final Depot depot;
    private final CarrierApi api;
    private final String appKey;
    private final String secret;

    /** A carrier with the demo account. The seed decides how long each parcel takes. */
    public Carrier(Kernel kernel, long seed) {
        this(kernel, seed, APP_KEY, SECRET);
    }

    Carrier(Kernel kernel, long seed, String appKey, String secret) {
        this.appKey = appKey;
        this.secret = secret;
        this.depot = new Depot(kernel, seed);
        this.api = new CarrierApi(depot, appKey, secret);
    }

    @Override
    public String name() {
        return "carrier";
    }

    @Override
    public Handler handler() {
        return api;
    }

    /** What the carrier's public tracking pages show. */
    public Movements movements() {
        return depot;
    }

    @Override
    public void opened(Map<String, URI> addresses) {
        depot.resume();
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of("appKey", appKey, "appSecret", secret);
    }

    @Override
    public Object state() {
        var all = Json.array();
        depot.all().forEach(parcel -> {
            var json = all.addObject();
            json.setAll(CarrierApi.json(parcel));
            json.set("scans", Json.treeOf(parcel.scans()));
            json.set("ahead", Json.treeOf(parcel.ahead()));
        });
        return Map.of("parcels", all);
    }

    @Override
    public Map<String, String> actions() {
        return Map.of("lose", "number now", "hold", "number hours", "deliver", "number");
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        String number = form.getOrDefault("number", "").strip();
        try {
            return CarrierApi.json(
                    switch (action) {
                        case "lose" -> depot.lose(number, "true".equals(form.get("now")));
                        case "hold" -> depot.hold(number, Duration.ofHours(hours(form)));
                        case "deliver" -> depot.deliver(number);
                        default ->
                            throw new IllegalArgumentException(
                                    "carrier knows " + actions().keySet());
                    });
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static int hours(Map<String, String> form) {
        String text = form.getOrDefault("hours", "").strip();
        int hours = text.isEmpty() ? 72 : Integer.parseInt(text);
        if (hours < 1 || hours > LONGEST_HOLD_HOURS) {
            throw new IllegalArgumentException("hours: 1 to " + LONGEST_HOLD_HOURS);
        }
        return hours;
    }
}
