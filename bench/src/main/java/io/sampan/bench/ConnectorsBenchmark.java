package io.sampan.bench;

import io.sampan.outside.marketplace.ContractRun;
import io.sampan.outside.marketplace.ContractRun.Outcome;
import io.sampan.outside.marketplace.ContractRun.Result;
import io.sampan.outside.marketplace.LossRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether every connector keeps the contract, case by case, beside its simulated marketplace. */
final class ConnectorsBenchmark implements Benchmark {
    /** Where the console finds what was proven. */
    private static final Path KEPT = Path.of("app/src/main/resources/proof/connectors.csv");

    /** And what is lost of what the marketplaces say. */
    private static final Path LOSSES = Path.of("app/src/main/resources/proof/losses.csv");

    private static final String KEEP = "keep";

    @Override
    public String name() {
        return "connectors";
    }

    @Override
    public String purpose() {
        return "every connector against the contract, beside its simulated marketplace   [keep: for the console]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        var results = ContractRun.run();
        if (results.isEmpty()) {
            throw new CouldNotMeasure("no case of the contract was found");
        }
        print(results);
        if (arguments.contains(KEEP)) {
            keep(results);
            keep(
                    LOSSES,
                    LossRun.HEADING,
                    LossRun.run().stream().map(LossRun.Loss::row).toList());
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put(
                "connectors",
                results.stream().map(ConnectorsBenchmark::connector).distinct().count());
        figures.put(
                "contractCases", results.stream().map(Result::name).distinct().count());
        figures.put("cases", results.size() - count(results, Outcome.NOT_DECLARED));
        figures.put("notDeclared", count(results, Outcome.NOT_DECLARED));
        figures.put("failed", count(results, Outcome.FAILED));
        return figures;
    }

    private static long count(List<Result> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    private static String connector(Result result) {
        return result.marketplace().slug() + "/" + result.source();
    }

    private static void print(List<Result> results) {
        Map<String, List<Result>> byCapability =
                new TreeMap<>(results.stream().collect(Collectors.groupingBy(Result::capability)));
        var connectors = results.stream()
                .map(ConnectorsBenchmark::connector)
                .distinct()
                .sorted()
                .toList();
        for (int i = 0; i < connectors.size(); i++) {
            System.out.printf("%2d %s%n", i + 1, connectors.get(i));
        }
        byCapability.forEach((capability, ofIt) -> {
            System.out.printf("%n%-96s", capability.isEmpty() ? "EVERY CONNECTOR" : capability);
            for (int i = 0; i < connectors.size(); i++) {
                System.out.printf("%4d", i + 1);
            }
            System.out.println();
            ofIt.stream().map(Result::name).distinct().sorted().forEach(name -> {
                System.out.printf("  %-94s", sentence(name));
                connectors.forEach(connector -> System.out.printf("%4s", mark(ofIt, name, connector)));
                System.out.println();
            });
        });
        results.stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .forEach(result -> System.out.printf(
                        "FAILED %s: %s: %s%n", connector(result), sentence(result.name()), result.why()));
    }

    private static String mark(List<Result> results, String name, String connector) {
        return results.stream()
                .filter(result ->
                        result.name().equals(name) && connector(result).equals(connector))
                .findFirst()
                .map(result -> switch (result.outcome()) {
                    case PASSED -> "yes";
                    case NOT_DECLARED -> "-";
                    case FAILED -> "NO";
                })
                .orElse("");
    }

    private static String sentence(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static void keep(List<Result> results) throws CouldNotMeasure {
        var rows = results.stream()
                .map(result -> String.join(
                        ",",
                        result.marketplace().name(),
                        result.source(),
                        result.capability(),
                        result.name(),
                        result.outcome().name()))
                .sorted()
                .toList();
        keep(KEPT, "marketplace,source,capability,case,outcome", rows);
    }

    private static void keep(Path file, String heading, List<String> rows) throws CouldNotMeasure {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, heading + "\n" + String.join("\n", rows) + "\n");
            System.out.println("Kept in " + file);
        } catch (IOException e) {
            throw new CouldNotMeasure("What was proven cannot be kept in " + file + ": " + e.getMessage());
        }
    }
}
