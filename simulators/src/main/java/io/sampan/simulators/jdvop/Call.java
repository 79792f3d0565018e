package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One call's flat fields; lists are JSON in a string, or numbers with commas. */
record Call(Map<String, String> fields) {
    /** Most SKUs in one call. Source: docs/sources/jdvop.md "Prices and stock". */
    static final int MOST_SKUS = 100;

    private static final String NUMBER = "\\d{1,18}";

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    String needed(String name) {
        if (text(name).isEmpty()) {
            throw Refused.empty(name);
        }
        return text(name);
    }

    long number(String name) {
        if (!needed(name).matches(NUMBER)) {
            throw Refused.badFormat(name);
        }
        return Long.parseLong(text(name));
    }

    int number(String name, int usual, int most) {
        return text(name).isEmpty() ? usual : (int) Math.clamp(number(name), 1, most);
    }

    /** Numbers with commas between them, at most {@link #MOST_SKUS}. */
    List<Long> skus(String name) {
        List<Long> skus = new ArrayList<>();
        for (String part : needed(name).split(",")) {
            if (!part.strip().matches(NUMBER)) {
                throw Refused.badFormat(name);
            }
            skus.add(Long.parseLong(part.strip()));
        }
        if (skus.size() > MOST_SKUS) {
            throw Refused.badValue(name);
        }
        return skus;
    }

    /** A JSON list of at most {@link #MOST_SKUS} elements. */
    List<JsonNode> list(String name) {
        try {
            JsonNode node = Json.tree(needed(name));
            List<JsonNode> list = new ArrayList<>();
            node.forEach(list::add);
            if (!node.isArray() || list.isEmpty()) {
                throw Refused.badFormat(name);
            }
            if (list.size() > MOST_SKUS) {
                throw Refused.badValue(name);
            }
            return list;
        } catch (JacksonException e) {
            throw Refused.badFormat(name);
        }
    }

    /** A number in a JSON object, written as a number or as a string. */
    static long number(JsonNode node, String name) {
        JsonNode value = node.get(name);
        String text = value == null ? "" : value.asString("");
        if (!text.matches(NUMBER)) {
            throw Refused.badFormat(name);
        }
        return Long.parseLong(text);
    }
}
