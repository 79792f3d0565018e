package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Form fields in Stripe's nesting: {@code metadata[order]=7}, {@code line_items[0][quantity]=1}, {@code expand[]=x}. */
final class Params {
    private static final int METADATA_LIMIT = 50;

    private final Map<String, String> single = new LinkedHashMap<>();
    private final List<Map.Entry<String, String>> pairs;

    private Params(List<Map.Entry<String, String>> pairs) {
        this.pairs = pairs;
        pairs.forEach(pair -> single.put(pair.getKey(), pair.getValue()));
    }

    static Params of(Question q) {
        return new Params(q.method().equals("GET") ? List.copyOf(q.query().entrySet()) : q.formPairs());
    }

    static Params none() {
        return new Params(List.of());
    }

    /** Refuses any top-level name that the endpoint does not know, as Stripe does. */
    Params only(String... names) {
        var known = Set.of(names);
        for (String key : single.keySet()) {
            String top = key.replaceFirst("\\[.*", "");
            if (!known.contains(top) && !top.equals("expand")) {
                throw StripeError.parameter(top, "parameter_unknown", "Received unknown parameter: " + top);
            }
        }
        return this;
    }

    @Nullable
    String text(String name) {
        String value = single.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    String needed(String name) {
        String value = text(name);
        if (value == null) {
            throw StripeError.missing(name);
        }
        return value;
    }

    /** One of a few words, or the first of them when absent. */
    String word(String name, String... allowed) {
        String value = text(name, allowed[0]);
        if (!List.of(allowed).contains(value)) {
            throw StripeError.parameter(
                    name, null, "Invalid " + name + ": must be one of " + String.join(", ", allowed));
        }
        return value;
    }

    boolean yes(String name) {
        return switch (text(name, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw StripeError.parameter(name, null, "Invalid boolean: " + text(name));
        };
    }

    @Nullable
    Long number(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("-?\\d{1,18}")) {
            throw StripeError.parameter(name, "parameter_invalid_integer", "Invalid integer: " + value);
        }
        return Long.valueOf(value);
    }

    long number(String name, long otherwise) {
        Long value = number(name);
        return value == null ? otherwise : value;
    }

    long neededNumber(String name) {
        needed(name);
        return number(name, 0);
    }

    /** The values of {@code name[]=} or {@code name[0]=}. */
    List<String> list(String name) {
        var values = new ArrayList<String>();
        for (var pair : pairs) {
            if (pair.getKey().matches(java.util.regex.Pattern.quote(name) + "\\[\\d*]")) {
                values.add(pair.getValue());
            }
        }
        return values;
    }

    /** The fields of {@code name[key]=}. */
    Map<String, String> map(String name) {
        var map = new LinkedHashMap<String, String>();
        single.forEach((key, value) -> {
            if (key.startsWith(name + "[") && key.endsWith("]") && key.indexOf('[', name.length() + 1) < 0) {
                map.put(key.substring(name.length() + 1, key.length() - 1), value);
            }
        });
        if (map.size() > METADATA_LIMIT) {
            throw StripeError.parameter(name, null, "At most " + METADATA_LIMIT + " keys in " + name);
        }
        return map;
    }

    /** The numbers n of {@code name[n][...]=}, in order. */
    List<Integer> rows(String name) {
        var rows = new TreeSet<Integer>();
        var pattern = java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(name) + "\\[(\\d{1,4})].*");
        for (String key : single.keySet()) {
            var found = pattern.matcher(key);
            if (found.matches()) {
                rows.add(Integer.valueOf(found.group(1)));
            }
        }
        return List.copyOf(rows);
    }

    /** All of it in a form that is equal when the parameters are equal, whatever their order. */
    String fingerprint() {
        return pairs.stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .sorted()
                .reduce("", (a, b) -> a + "\u0000" + b);
    }
}
