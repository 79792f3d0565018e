package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Offers, purchases and traces are kept as documents for years. Each format has versions: for each, the shape that the records had and a document that was
 * written then. Who changes a record adds the next version of both, and every former document is read still.
 */
class CanonicalFormatTest {
    private static final Path KEPT = Path.of("src/test/resources/canonical");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Class<? extends Record>> FORMATS =
            Map.of("offer", Offer.class, "purchase", UpstreamOrder.class, "trace", OrderRead.Traced.class);

    @ParameterizedTest
    @ValueSource(strings = {"offer", "purchase", "trace"})
    void aFormatThatChangedHasANewVersion(String format) throws IOException {
        int latest = latest(format);
        var shapes = new TreeMap<String, String>();
        shape(FORMATS.get(format), shapes);
        var lines = shapes.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .toList();
        assertThat(lines)
                .as("keep the new shape and a document as " + format + "-" + (latest + 1))
                .containsExactlyElementsOf(Files.readAllLines(KEPT.resolve(format + "-" + latest + ".shape")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"offer", "purchase", "trace"})
    void documentsOfEveryVersionAreRead(String format) throws IOException {
        for (int version = 1; version <= latest(format); version++) {
            var written = JSON.readTree(Files.readString(KEPT.resolve(format + "-" + version + ".json")));
            var read = JSON.treeToValue(written, FORMATS.get(format));
            for (var component : FORMATS.get(format).getRecordComponents()) {
                assertThat(valueOf(component, read))
                        .as("%s of version %d", component.getName(), version)
                        .isNotNull();
            }
            if (version == latest(format)) {
                assertThat(JSON.readTree(JSON.writeValueAsString(read)))
                        .as("all that it held")
                        .isEqualTo(written);
            }
        }
    }

    private static Object valueOf(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int latest(String format) {
        int version = 0;
        while (Files.exists(KEPT.resolve(format + "-" + (version + 1) + ".json"))) {
            version++;
        }
        assertThat(version).isPositive();
        return version;
    }

    /** What a record and all records and enumerations in it are made of. */
    private static void shape(Type type, Map<String, String> shapes) {
        if (type instanceof ParameterizedType of) {
            Arrays.stream(of.getActualTypeArguments()).forEach(one -> shape(one, shapes));
        } else if (type instanceof Class<?> one && one.isRecord() && !shapes.containsKey(name(one))) {
            shapes.put(name(one), "");
            shapes.put(name(one), made(List.of(one.getRecordComponents())));
            Arrays.stream(one.getRecordComponents()).forEach(part -> shape(part.getGenericType(), shapes));
        } else if (type instanceof Class<?> one && one.isEnum()) {
            shapes.put(
                    name(one),
                    Arrays.stream(one.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .toList()
                            .toString());
        }
    }

    private static String made(List<RecordComponent> parts) {
        return parts.stream()
                .map(part -> part.getGenericType().getTypeName().replaceAll("[a-z0-9]+\\.", "") + " " + part.getName())
                .toList()
                .toString();
    }

    private static String name(Class<?> type) {
        return type.getTypeName().replaceAll("[a-z0-9]+\\.", "");
    }
}
