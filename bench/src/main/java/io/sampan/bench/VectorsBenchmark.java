package io.sampan.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether our signatures are the platforms': each vector goes through the code that signs or checks in the shop. */
final class VectorsBenchmark implements Benchmark {
    private static final List<String> BUNDLED = List.of("marketplace-vectors.json", "payment-logistics-vectors.json");

    /** What became of the vectors of a file. */
    private static final class Count {
        int cases;
        int failed;
        final Map<String, Integer> skipped = new TreeMap<>();

        void add(String name, String family, Checked checked) {
            switch (checked) {
                case Checked.Right right -> cases++;
                case Checked.Wrong wrong -> {
                    cases++;
                    failed++;
                    System.out.printf("FAILED %s: %s%n", name, wrong.why());
                }
                case Checked.Unknown unknown -> skipped.merge(family, 1, Integer::sum);
            }
        }
    }

    @Override
    public String name() {
        return "vectors";
    }

    @Override
    public String purpose() {
        return "signatures of marketplaces, gateways and carriers against published vectors   [file with vectors]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        var count = new Count();
        for (var file : CaseFile.read(arguments, BUNDLED)) {
            if (file.path("vectors").isArray()) {
                file.path("vectors")
                        .forEach(vector -> count.add(
                                vector.path("id").asString(),
                                vector.path("algorithm").asString(),
                                MarketplaceVector.of(vector).check()));
            } else {
                var keys = PartnerKeys.of(file.path("keys"));
                file.forEachEntry((family, content) -> families(family, content, keys, count));
            }
        }
        if (count.cases == 0 && count.skipped.isEmpty()) {
            throw new CouldNotMeasure("the file holds no vectors");
        }
        count.skipped.forEach((family, vectors) ->
                System.out.printf("SKIPPED %s: %d, the shop has no code for it yet%n", family, vectors));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cases", count.cases);
        figures.put("failed", count.failed);
        figures.put(
                "skipped",
                count.skipped.values().stream().mapToInt(Integer::intValue).sum());
        figures.forEach((name, value) -> System.out.printf("%-10s %s%n", name, value));
        return figures;
    }

    private static void families(String family, JsonNode content, PartnerKeys keys, Count count) {
        int number = 0;
        for (var vector : vectors(content).toList()) {
            number++;
            count.add(family + " " + number, family, PartnerVector.check(family, vector, keys));
        }
        if (family.equals("s10")) {
            PartnerVector.s10(content).forEach((name, checked) -> count.add(name, family, checked));
        }
    }

    /** The lists that are called vectors, however deep. */
    private static Stream<JsonNode> vectors(JsonNode content) {
        Set<String> names = new TreeSet<>();
        content.forEachEntry((name, value) -> names.add(name));
        return names.stream()
                .flatMap(name ->
                        name.equals("vectors") ? content.path(name).valueStream() : vectors(content.path(name)));
    }
}
