package io.sampan.simulators.kernel;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where each service pushes to: what an operator types into the service's developer console. Kept over restarts. */
public final class Webhooks {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    record Target(String service, String url) {}

    private final Book<Target> kept;

    public Webhooks(Books books) {
        kept = books.open("webhooks", Target.class);
    }

    /**
     * Sets a service's address; the empty string removes it. Throws {@link IllegalArgumentException} unless it is an
     * http address on this machine, so that a simulator never calls out into the world.
     */
    public void set(String service, String url) {
        if (url.isBlank()) {
            kept.remove(service);
            return;
        }
        URI uri = URI.create(url.strip());
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || !LOOPBACK.contains(uri.getHost())) {
            throw new IllegalArgumentException("A webhook is an http address on 127.0.0.1 or localhost");
        }
        kept.put(service, new Target(service, uri.toString()));
    }

    /** Where the service pushes to, if anywhere. */
    public Optional<URI> of(String service) {
        return kept.get(service).map(target -> URI.create(target.url()));
    }

    /** All addresses by service. */
    public Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        kept.values().forEach(target -> all.put(target.service(), target.url()));
        return all;
    }
}
