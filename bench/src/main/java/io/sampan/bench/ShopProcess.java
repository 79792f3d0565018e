package io.sampan.bench;

import java.io.IOException;
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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The app as its own process, so that it can be killed as a machine would, and its CPU time read from outside. */
final class ShopProcess implements AutoCloseable {
    private static final Path JAR = Path.of("run/app/sampan-boot.jar");
    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    private static final int CLOCK_TICKS_PER_SECOND = 100;

    private final Path folder;
    private final URI address;
    private final Map<String, String> settings;
    private final List<String> prefix;
    private volatile @Nullable Process process;

    /**
     * @param folder for its database and log
     * @param settings environment of the process
     * @param prefix words before the java command, such as a pinning to one core
     */
    ShopProcess(Path folder, int port, Map<String, String> settings, List<String> prefix) {
        this.folder = folder;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.settings = settings;
        this.prefix = prefix;
    }

    URI address() {
        return address;
    }

    /** Starts it and waits until it answers. */
    void start() throws CouldNotMeasure {
        if (!Files.exists(JAR)) {
            throw new CouldNotMeasure("there is no built app; run it through ./sampan bench");
        }
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseParallelGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                JAR.toString()));
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

    @Override
    public void close() {
        var running = process;
        if (running != null) {
            running.destroy();
            running.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
        endDatabase();
    }

    /** An app that was killed left its database running. */
    private void endDatabase() {
        var pidFile = database().resolve("db/postmaster.pid");
        try {
            if (Files.exists(pidFile)) {
                long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            }
        } catch (IOException gone) {
            // It ended by itself in the meantime.
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
