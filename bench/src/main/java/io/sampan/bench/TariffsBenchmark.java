package io.sampan.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What lines bill, what countries ask and whose number it is, each case through the code that says so in the shop. */
final class TariffsBenchmark implements Benchmark {
    private static final List<String> BUNDLED = List.of("payment-logistics-vectors.json");

    @Override
    public String name() {
        return "tariffs";
    }

    @Override
    public String purpose() {
        return "freight, duty and parcel numbers against worked examples   [file with cases]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        var checked = new LinkedHashMap<String, Checked>();
        for (var file : CaseFile.read(arguments, BUNDLED)) {
            checked.putAll(freight(file.path("tariff_examples")));
            file.path("duty_examples").forEach(one -> add(checked, "duty", DutyCase.check(one)));
            checked.putAll(PartnerVector.s10(file.path("s10")));
            checked.putAll(NumberCase.check(file.path("carrier_check_digits").path("formats")));
        }
        if (checked.isEmpty()) {
            throw new CouldNotMeasure("the file holds no cases of tariffs, duties or numbers");
        }
        int failed = 0;
        for (var one : checked.entrySet()) {
            if (!(one.getValue() instanceof Checked.Right)) {
                failed++;
                System.out.printf(
                        "FAILED %s: %s%n",
                        one.getKey(),
                        one.getValue() instanceof Checked.Wrong(var why) ? why : "a rule that cannot be read");
            }
        }
        System.out.printf("%d cases, %d failed%n", checked.size(), failed);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cases", checked.size());
        figures.put("failed", failed);
        return figures;
    }

    /** A rule that begins with "same" is the one before it. */
    private static Map<String, Checked> freight(JsonNode examples) {
        var checked = new LinkedHashMap<String, Checked>();
        var rules = new ArrayList<String>();
        examples.forEach(one -> {
            var rule = one.path("rule").asString("");
            rules.add(rule.startsWith("same") && !rules.isEmpty() ? rules.getLast() : rule);
            add(checked, "tariff", TariffCase.check(rules.getLast(), one));
        });
        return checked;
    }

    private static void add(Map<String, Checked> checked, String kind, Checked one) {
        checked.put(kind + " " + (checked.size() + 1), one);
    }
}
