package io.sampan.outside.gateway;

import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A simulated gateway, our client of it, and a webhook that keeps what comes, for the official SDK to look at. */
public final class OneWorld implements AutoCloseable {
    /** A webhook as it came. */
    public record Pushed(HttpHeaders headers, String body) {}

    private final Rail rail;
    private final Simulators world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
    private final HookServer hook = new HookServer();
    private final BlockingQueue<Pushed> pushed = new LinkedBlockingQueue<>();

    public OneWorld(Rail rail) {
        this.rail = rail;
        var address = hook.start((headers, body) -> {
            pushed.add(new Pushed(headers, new String(body, StandardCharsets.UTF_8)));
            return ResponseEntity.ok("success");
        });
        world.kernel().webhooks().set(rail.gateway, address.toString());
    }

    public URI address() {
        return world.addresses().get(rail.gateway);
    }

    public String credential(String name) {
        return world.credentials(rail.gateway).get(name);
    }

    public Gateway ours() {
        return rail.connect(world, clock()).gateway();
    }

    public boolean pays(URI page) {
        return new PayingBrowser(rail, address()).pays(page, Rail.Purse.GOOD);
    }

    /** The next webhook. */
    public Pushed pushed() throws InterruptedException {
        return pushed.take();
    }

    public Gateway.Demand demand() {
        return new Gateway.Demand(
                UUID.randomUUID().toString(),
                rail.price(),
                "Sampan 订单 SP-7F3K2Q",
                URI.create("https://shop.example/orders/1/paid"),
                URI.create("https://shop.example/orders/1"),
                Locale.GERMANY,
                rail.method,
                "203.0.113.7",
                null);
    }

    public Clock clock() {
        return world.clock().withZone(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        hook.close();
        world.close();
    }
}
