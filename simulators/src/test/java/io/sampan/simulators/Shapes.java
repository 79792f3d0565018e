package io.sampan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.simulators.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares keys and JSON types, not values. Null fits anything; every element of a list is held to the recorded first. */
public final class Shapes {
    private Shapes() {}

    public static JsonNode recorded(String folder, String name) {
        try {
            return Json.tree(Files.readString(Path.of("../docs/sources", folder, name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void assertSame(String folder, String name, JsonNode actual) {
        List<String> faults = new ArrayList<>();
        compare("$", recorded(folder, name + ".reply"), actual, faults);
        assertThat(faults).as(name).isEmpty();
    }

    static void compare(String at, JsonNode expected, JsonNode actual, List<String> faults) {
        if (expected.isNull() || actual.isNull()) {
            return;
        }
        if (expected.getNodeType() != actual.getNodeType()) {
            faults.add(at + ": " + expected.getNodeType() + " recorded, " + actual.getNodeType() + " sent");
        } else if (expected.isObject()) {
            var left = new TreeSet<>(expected.propertyNames());
            var right = new TreeSet<>(actual.propertyNames());
            if (!left.equals(right)) {
                faults.add(at + ": " + left + " recorded, " + right + " sent");
            }
            left.retainAll(right);
            left.forEach(name -> compare(at + "." + name, expected.get(name), actual.get(name), faults));
        } else if (expected.isArray() && !expected.isEmpty()) {
            for (int i = 0; i < actual.size(); i++) {
                JsonNode like = i < expected.size() ? expected.get(i) : expected.get(0);
                compare(at + "[" + i + "]", like, actual.get(i), faults);
            }
        }
    }
}
