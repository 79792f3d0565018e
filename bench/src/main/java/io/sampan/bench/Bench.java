package io.sampan.bench;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./sampan bench}: lists the benchmarks, or runs one and prints its figures as one JSON line, the last. */
final class Bench {
    private static final List<Benchmark> ALL = List.of(
            new PageBenchmark(),
            new CrashBenchmark(),
            new LinksBenchmark(),
            new VectorsBenchmark(),
            new ConnectorsBenchmark(),
            new FreshnessBenchmark(),
            new ReconcileBenchmark(),
            new TruthBenchmark(),
            new PurchasesBenchmark(),
            new LedgerBenchmark(),
            new WebhooksBenchmark(),
            new ChoiceBenchmark(),
            new PaymentChoiceBenchmark(),
            new TariffsBenchmark(),
            new PlannerBenchmark(),
            new EtaBenchmark(),
            new GuaranteeBenchmark(),
            new ShippingChoiceBenchmark());
    private static final PrintStream OUT = System.out;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            ALL.forEach(benchmark -> OUT.printf("%-15s %s%n", benchmark.name(), benchmark.purpose()));
            return 0;
        }
        var wanted = ALL.stream()
                .filter(benchmark -> benchmark.name().equals(arguments.getFirst()))
                .findFirst();
        if (wanted.isEmpty()) {
            System.err.println("There is no benchmark " + arguments.getFirst() + "; ./sampan bench lists them.");
            return 2;
        }
        try {
            var figures = wanted.get().measure(arguments.subList(1, arguments.size()));
            OUT.println(JsonMapper.builder().build().writeValueAsString(figures));
            return 0;
        } catch (CouldNotMeasure e) {
            System.err.println("Could not measure: " + e.getMessage());
            return 1;
        }
    }
}
