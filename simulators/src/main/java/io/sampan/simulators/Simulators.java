package io.sampan.simulators;

import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Service;
import io.sampan.simulators.kernel.SimulatedService;
import io.sampan.simulators.kernel.WorldClock;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The outside world, running: one control server and one server per simulated service, all on loopback. */
public final class Simulators implements AutoCloseable {
    private static final String WEBHOOK = "--webhook=";

    private final Kernel kernel;
    private final List<SimulatedService> cast;
    private final Map<String, Service> running = new LinkedHashMap<>();
    private final Service control;

    private Simulators(SimulatorSettings settings) {
        kernel = Kernel.over(settings.data());
        cast = Cast.over(kernel, settings);
        for (SimulatedService service : cast) {
            running.put(service.name(), open(service, settings));
        }
        Map<String, URI> addresses = addresses();
        cast.forEach(service -> service.opened(addresses));
        control = new Service(
                "control", settings.basePort(), new Control(kernel, cast, running), kernel.faults(), kernel.clock());
    }

    /** Starts the world. Throws {@link java.io.UncheckedIOException} when a port is taken. */
    public static Simulators start(SimulatorSettings settings) {
        return new Simulators(settings);
    }

    private Service open(SimulatedService service, SimulatorSettings settings) {
        Integer offset = Cast.PORTS.get(service.name());
        if (offset == null) {
            throw new IllegalStateException("No port is set aside for " + service.name());
        }
        int port = settings.basePort() == 0 ? 0 : settings.basePort() + offset;
        return new Service(service.name(), port, service.handler(), kernel.faults(), kernel.clock());
    }

    /** Where each service is, by name. */
    public Map<String, URI> addresses() {
        var addresses = new LinkedHashMap<String, URI>();
        running.forEach((name, service) -> addresses.put(name, service.address()));
        return addresses;
    }

    /** Where the control API and its page are. */
    public URI control() {
        return control.address();
    }

    /** The world's clock. */
    public WorldClock clock() {
        return kernel.clock();
    }

    /** The kernel, for tests that arm faults or set webhooks in process. */
    public Kernel kernel() {
        return kernel;
    }

    /** What the developer console of a service would show. */
    public Map<String, String> credentials(String service) {
        return cast.stream()
                .filter(one -> one.name().equals(service))
                .findFirst()
                .map(SimulatedService::credentials)
                .orElseThrow(() -> new IllegalArgumentException("No such service: " + service));
    }

    /** A service's own books, as JSON; for tests in process. */
    public JsonNode books(String service) {
        return cast.stream()
                .filter(one -> one.name().equals(service))
                .findFirst()
                .map(one -> Json.treeOf(one.state()))
                .orElseThrow(() -> new IllegalArgumentException("No such service: " + service));
    }

    /** Lets the world act upon a service, for tests in process. Throws {@link IllegalArgumentException} for an unknown service or action. */
    public Object act(String service, String action, Map<String, String> form) {
        return cast.stream()
                .filter(one -> one.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such service: " + service))
                .act(action, form);
    }

    /** Stops everything; books are on disk already. */
    @Override
    public void close() {
        var all = new ArrayList<>(running.values());
        all.add(control);
        all.forEach(Service::close);
        kernel.close();
    }

    /**
     * Runs until it is told to stop; prints one line READY with all addresses on stdout when everything is up. Beside the settings it takes
     * {@code --webhook=SERVICE=URL}, any number of times: what an operator types into that service's developer console.
     */
    public static void main(String[] arguments) throws InterruptedException {
        var webhooks = Stream.of(arguments)
                .filter(argument -> argument.startsWith(WEBHOOK))
                .map(argument -> argument.substring(WEBHOOK.length()).split("=", 2))
                .toList();
        var simulators = start(SimulatorSettings.of(Stream.of(arguments)
                .filter(argument -> !argument.startsWith(WEBHOOK))
                .toList()));
        webhooks.forEach(hook -> simulators.kernel().webhooks().set(hook[0], hook.length > 1 ? hook[1] : ""));
        Runtime.getRuntime().addShutdownHook(new Thread(simulators::close, "stop"));
        var ready = new LinkedHashMap<String, URI>();
        ready.put("control", simulators.control());
        ready.putAll(simulators.addresses());
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println("READY " + Json.text(ready));
        Thread.currentThread().join();
    }
}
