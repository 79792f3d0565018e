package io.sampan.outside.marketplace.vendor;

import io.sampan.outside.wire.LooseJson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.core.io.DefaultResourceLoader;

/** How one vendor is asked, and where in its answers one finds what, as a file says. See rules/marketplace/onebound.properties. */
record VendorShape(Properties told) {
    /** @throws UncheckedIOException when there is no such file */
    static VendorShape in(String file) {
        var told = new Properties();
        try (var in = new InputStreamReader(
                new DefaultResourceLoader().getResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            told.load(in);
        } catch (IOException missing) {
            throw new UncheckedIOException("The shape of the vendor's data cannot be read: " + file, missing);
        }
        return new VendorShape(told);
    }

    /** @throws IllegalStateException when the file does not say it */
    String path(String name) {
        var value = told.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The shape of the vendor's data lacks " + name);
        }
        return value.strip();
    }

    private List<String> choices(String name) {
        return Arrays.stream(path(name).split("\\|")).map(String::strip).toList();
    }

    /** What is said under a name, with values filled in as an address wants them. */
    String filled(String name, Map<String, String> values) {
        var text = path(name);
        for (var value : values.entrySet()) {
            text = text.replace(
                    "{" + value.getKey() + "}", URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8));
        }
        return text;
    }

    /** Whether a code is among those that the file lists under a name. */
    boolean isOne(String code, String name) {
        return choices(name).contains(code);
    }

    LooseJson at(LooseJson from, String place) {
        return from.at(path(place).split("\\."));
    }

    /** The text at the first place that holds one. */
    Optional<String> words(LooseJson from, String place) {
        return choices(place).stream()
                .flatMap(path -> {
                    var names = path.split("\\.");
                    return level(from, names).words(names[names.length - 1]).stream();
                })
                .findFirst();
    }

    String text(LooseJson from, String place) {
        return words(from, place).orElse("");
    }

    Optional<BigDecimal> decimal(LooseJson from, String place) {
        return words(from, place).flatMap(words -> {
            try {
                return Stream.of(new BigDecimal(words)).findFirst();
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        });
    }

    /** The list at the first place that holds one with something in it. */
    List<LooseJson> list(LooseJson from, String place) {
        return choices(place).stream()
                .map(path -> {
                    var names = path.split("\\.");
                    return level(from, names).list(names[names.length - 1]);
                })
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static LooseJson level(LooseJson from, String... names) {
        return from.at(Arrays.copyOf(names, names.length - 1));
    }
}
