package io.sampan.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The app as its own process, so that it can be killed as a machine would, and its CPU time read from outside. */
final class ShopProcess implements AutoCloseable {
    /** What {@code ./sampan} builds before it runs a benchmark. */
    static final Path BUILT = Path.of("run/app/sampan-boot.jar");

    /** Below the ports that the kernel gives to connections, so that nobody gets ours while the app is dead. */
    private static final int FIRST_PORT = 18_080;

    private static final int PORTS = 200;
    private static final Duration END_LIMIT = Duration.ofSeconds(60);
    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    private static final int CLOCK_TICKS_PER_SECOND = 100;

    private final Path jar;
    private final Path folder;
    private final URI address;
    private final Map<String, String> settings;
    private final List<String> prefix;
    private volatile @Nullable Process process;

    private ShopProcess(Path jar, Path folder, int port, Map<String, String> settings, List<String> prefix) {
        this.jar = jar;
        this.folder = folder;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.settings = settings;
        this.prefix = prefix;
        // Who breaks a benchmark off leaves no shop running behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * A shop in this world, on a free port.
     *
     * @param jar the app, built
     * @param folder for its database and log
     * @param prefix words before the java command, such as a pinning to one core
     */
    static ShopProcess of(Path jar, Path folder, World world, String... prefix) throws CouldNotMeasure {
        int port = freePort();
        return new ShopProcess(jar, folder, port, world.settings(port), List.of(prefix));
    }

    /** The same shop, buying at every marketplace that sells; these settings come before the world's. */
    static ShopProcess buyingEverywhere(Path jar, Path folder, World world, Map<String, String> settings)
            throws CouldNotMeasure {
        int port = freePort();
        var all = world.settingsOfAllWhoSell(port);
        all.putAll(settings);
        return new ShopProcess(jar, folder, port, all, List.of());
    }

    private static int freePort() throws CouldNotMeasure {
        for (int port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new CouldNotMeasure("no port is free from " + FIRST_PORT + " to " + (FIRST_PORT + PORTS - 1));
    }

    URI address() {
        return address;
    }

    /** Starts it and waits until it answers. */
    void start() throws CouldNotMeasure {
        if (!Files.exists(jar)) {
            throw new CouldNotMeasure(
                    "there is no " + jar.toAbsolutePath() + "; ./sampan bench and mvn verify build it");
        }
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseParallelGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString()));
        try {
            Files.createDirectories(folder);
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("app.log").toFile()));
            builder.environment().putAll(settings);
            builder.environment().put("SAMPAN_PORT", Integer.toString(address.getPort()));
            builder.environment().put("SAMPAN_DB_HOME", database().toString());
            process = builder.start();
            awaitReady(process);
        } catch (IOException e) {
            throw new CouldNotMeasure("the app did not start", e);
        }
    }

    /** Ends it as a power cut would: no handler of the app runs. */
    void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    /** CPU time that the process has used, in milliseconds, by the kernel's own count. */
    long cpuMillis() throws IOException {
        var running = process;
        if (running == null) {
            return 0;
        }
        var stat = Files.readString(Path.of("/proc", Long.toString(running.pid()), "stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / CLOCK_TICKS_PER_SECOND;
    }

    /** Where its embedded database lives. */
    Path database() {
        return folder.resolve("postgres");
    }

    /** What it is told of its world, as its environment. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** Returns when the app and its database have ended. */
    @Override
    public void close() {
        var running = process;
        if (running != null) {
            end(running.toHandle());
        }
        endDatabase();
    }

    /** An app that was killed left its database running. */
    private void endDatabase() {
        var pidFile = database().resolve("db/postmaster.pid");
        try {
            if (Files.exists(pidFile)) {
                long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
                ProcessHandle.of(pid).ifPresent(ShopProcess::end);
            }
        } catch (IOException gone) {
            // It ended by itself in the meantime.
        }
    }

    private static void end(ProcessHandle running) {
        running.destroy();
        try {
            running.onExit().get(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            running.destroyForcibly();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("The end of process " + running.pid() + " cannot be awaited", impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Process started) throws CouldNotMeasure {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            while (System.nanoTime() < deadline && started.isAlive()) {
                try {
                    if (http.send(question, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    Thread.sleep(50);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CouldNotMeasure("the app was not ready in " + START_LIMIT + "; see " + folder.resolve("app.log"));
    }
}
