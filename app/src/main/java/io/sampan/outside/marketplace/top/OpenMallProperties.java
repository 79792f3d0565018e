package io.sampan.outside.marketplace.top;

import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names and values by {@code pid:vid}, as {@code item_properties} tells them: {@code pid:vid:name:value;…}, those of the variants among them.
 */
record OpenMallProperties(Map<String, Attribute> named) {
    private static final int PARTS = 4;

    static OpenMallProperties of(String told) {
        var named = new LinkedHashMap<String, Attribute>();
        for (var one : told.split(";")) {
            var parts = one.split(":", PARTS);
            if (parts.length == PARTS) {
                named.put(parts[0] + ":" + parts[1], attribute(parts[2], parts[3]));
            }
        }
        return new OpenMallProperties(named);
    }

    /** The {@code pid:vid} in {@code pid:vid;pid:vid}. */
    static List<String> ids(String properties) {
        return Arrays.stream(properties.split(";")).filter(id -> !id.isBlank()).toList();
    }

    /** What a variant is; by its description, {@code name:value;…}, where the ids are not explained. */
    List<Attribute> of(List<String> ids, String description) {
        var known = ids.stream()
                .flatMap(id -> Optional.ofNullable(named.get(id)).stream())
                .toList();
        return known.size() == ids.size() ? known : described(description).toList();
    }

    private static Stream<Attribute> described(String description) {
        return Arrays.stream(description.split(";"))
                .map(one -> one.split(":", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> attribute(parts[0], parts[1]));
    }

    /** What is true of all variants: every property by whose name none of these tells the variants apart. */
    List<Attribute> ofAll(Set<String> idsOfVariants) {
        var names = idsOfVariants.stream().map(OpenMallProperties::name).collect(Collectors.toSet());
        return named.entrySet().stream()
                .filter(one -> !names.contains(name(one.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String name(String id) {
        return id.split(":", 2)[0];
    }

    private static Attribute attribute(String name, String value) {
        return new Attribute(Words.chinese(name), Words.chinese(value));
    }
}
