package io.sampan.bench;

import io.sampan.outside.links.Links;
import io.sampan.outside.links.Recognised;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well and how fast pasted texts are recognised, by the code that the shop runs. Short links are recognised, not followed. */
final class LinksBenchmark implements Benchmark {
    private static final List<String> BUNDLED = List.of("marketplace-vectors.json", "link-cases.json");
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final int SAMPLES = 200_000;
    private static final double MILLION = 1e6;

    @Override
    public String name() {
        return "links";
    }

    @Override
    public String purpose() {
        return "pasted texts: precision, recall, time of one recognition   [file with url_cases]";
    }

    @Override
    public Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure {
        var cases = CaseFile.read(arguments, BUNDLED).stream()
                .flatMap(file -> file.path("url_cases").valueStream())
                .map(LinkCase::of)
                .toList();
        if (cases.isEmpty()) {
            throw new CouldNotMeasure("the file holds no url_cases");
        }
        long said = 0;
        long right = 0;
        for (var one : cases) {
            var read = Links.read(one.input());
            boolean something = !(read instanceof Recognised.Nothing);
            boolean isRight = one.isRight(read);
            said += something ? 1 : 0;
            right += something && isRight ? 1 : 0;
            if (!isRight) {
                System.out.printf(
                        "WRONG %s%n  expected %s %s%n  said     %s%n",
                        one.input(), one.expected(), one.canonical(), read);
            }
        }
        long wanted = cases.stream().filter(LinkCase::expectsSomething).count();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cases", cases.size());
        figures.put("precision", share(right, said));
        figures.put("recall", share(right, wanted));
        figures.put("p99Ms", p99(cases) / MILLION);
        figures.forEach((name, value) -> System.out.printf("%-10s %s%n", name, value));
        return figures;
    }

    /** Rounded down, so that 1 means all. */
    private static double share(long part, long whole) {
        return whole == 0 ? 1 : Math.floor(part * MILLION / whole) / MILLION;
    }

    /** Nanoseconds in which 99 of 100 recognitions end, once the code is compiled. */
    private static long p99(List<LinkCase> cases) {
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            cases.forEach(one -> Links.read(one.input()));
        }
        var took = new long[Math.max(SAMPLES, cases.size())];
        for (int at = 0; at < took.length; at++) {
            var input = cases.get(at % cases.size()).input();
            long begin = System.nanoTime();
            Links.read(input);
            took[at] = System.nanoTime() - begin;
        }
        Arrays.sort(took);
        return took[(int) (took.length * 99L / 100)];
    }
}
