package io.sampan.bench;

import java.util.List;
import java.util.Map;

/** One thing that can be measured and told in figures. */
interface Benchmark {
    String name();

    /** One line for the list of benchmarks. */
    String purpose();

    /**
     * Measures, printing what it does and a table for people.
     *
     * @return every figure by its name, in the order to print; it becomes the last line
     * @throws CouldNotMeasure when the machine lacks something; never because a figure is bad
     */
    Map<String, Object> measure(List<String> arguments) throws CouldNotMeasure;
}
