package io.sampan.bench;

import io.sampan.bench.people.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The product page, warm: the app on one core, the load ({@code wrk}) on the other. CPU per request is the kernel's count of the app's process
 * over the measured time and does not depend on how fast the load comes.
 */
final class PageBenchmark implements Benchmark {
    private static final int CONNECTIONS = 16;

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String purpose() {
        return "product page, warm: requests per second, latency, CPU per request   [warm-up seconds] [measured seconds]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        int warmUp = seconds(arguments, 0, 75);
        int measured = seconds(arguments, 1, 20);
        requireTools();
        var folder = freshFolder("page");
        try (var world = World.start(folder.resolve("world"));
                var shop = ShopProcess.of(ShopProcess.BUILT, folder, world, "taskset", "-c", "0")) {
            shop.start();
            var page = productPage(shop.address());
            System.out.println("Warming " + page + " for " + warmUp + " s");
            load(page, warmUp);
            long before = shop.cpuMillis();
            var figures = load(page, measured);
            return report(page, figures, shop.cpuMillis() - before);
        } catch (IOException e) {
            throw new CouldNotMeasure("the app's CPU time cannot be read", e);
        }
    }

    private static int seconds(List<String> arguments, int at, int otherwise) {
        return arguments.size() > at ? Integer.parseInt(arguments.get(at)) : otherwise;
    }

    private static void requireTools() throws CouldNotMeasure {
        for (var tool : List.of("wrk", "taskset")) {
            if (run(List.of("sh", "-c", "command -v " + tool), 5).isBlank()) {
                throw new CouldNotMeasure(tool + " is needed (on Debian: apt-get install wrk util-linux)");
            }
        }
    }

    static Path freshFolder(String name) throws CouldNotMeasure {
        try {
            Files.createDirectories(Path.of("run"));
            return Files.createTempDirectory(Path.of("run"), name + "-").toAbsolutePath();
        } catch (IOException e) {
            throw new CouldNotMeasure("no folder to work in", e);
        }
    }

    /** The first product on the home page, once the catalogue has some. */
    private static URI productPage(URI shop) throws CouldNotMeasure {
        for (int tries = 0; tries < 60; tries++) {
            var visitor = new Visitor(shop);
            var link = visitor.open("/").selectFirst("a[href^=/p/]");
            if (link != null) {
                visitor.open(link.attr("href"));
                return visitor.address();
            }
            pause();
        }
        throw new CouldNotMeasure("the home page shows no product");
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String load(URI page, int seconds) throws CouldNotMeasure {
        return run(
                List.of(
                        "taskset",
                        "-c",
                        "1",
                        "wrk",
                        "-t1",
                        "-c" + CONNECTIONS,
                        "-d" + seconds + "s",
                        "--latency",
                        "-H",
                        "accept-language: en-DE,en",
                        page.toString()),
                seconds + 30);
    }

    private static Map<String, Object> report(URI page, String wrk, long cpuMillis) throws CouldNotMeasure {
        System.out.println(wrk);
        double requests = number(wrk, "(\\d+) requests in");
        var figures = new LinkedHashMap<String, Object>();
        figures.put("requestsPerSecond", number(wrk, "Requests/sec:\\s+([\\d.]+)"));
        figures.put("p50Ms", millis(wrk, "50%"));
        figures.put("p99Ms", millis(wrk, "99%"));
        figures.put("cpuMsPerRequest", Math.round(cpuMillis / requests * 1000) / 1000.0);
        figures.put("errors", wrk.contains("Non-2xx") ? number(wrk, "Non-2xx or 3xx responses: (\\d+)") : 0);
        figures.put("page", page.getPath());
        figures.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
        return figures;
    }

    private static double millis(String wrk, String percentile) throws CouldNotMeasure {
        var found = Pattern.compile(percentile + "\\s+([\\d.]+)(us|ms|s)").matcher(wrk);
        if (!found.find()) {
            throw new CouldNotMeasure("wrk printed no " + percentile);
        }
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> value / 1000;
            case "s" -> value * 1000;
            default -> value;
        };
    }

    private static double number(String text, String pattern) throws CouldNotMeasure {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new CouldNotMeasure("wrk printed nothing like " + pattern + ":\n" + text);
        }
        return Double.parseDouble(found.group(1));
    }

    /** What a command prints, while it keeps to its limit. It prints into a file: to read a pipe would wait for it for ever. */
    static String run(List<String> command, int limitSeconds) throws CouldNotMeasure {
        try {
            var output = Files.createTempFile("bench-", ".out");
            try {
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new CouldNotMeasure(command.getFirst() + " did not end within " + limitSeconds + " s");
                }
                return Files.readString(output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new CouldNotMeasure(command.getFirst() + " does not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CouldNotMeasure("interrupted", e);
        }
    }
}
