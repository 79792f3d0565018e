package io.sampan.simulators.ali1688;

import io.sampan.simulators.kernel.Json;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One API call's form. Object parameters are JSON in a string. */
record Call(Map<String, String> form) {

    String text(String name) {
        return form.getOrDefault(name, "");
    }

    String needed(String name) {
        String value = text(name);
        if (value.isBlank()) {
            throw Refused.missing(name);
        }
        return value;
    }

    JsonNode json(String name) {
        return parsed(name, needed(name));
    }

    static JsonNode parsed(String name, String text) {
        try {
            return Json.tree(text);
        } catch (JacksonException e) {
            throw Refused.missing(name);
        }
    }

    int number(String name, int usual, int most) {
        String value = text(name);
        if (value.isBlank()) {
            return usual;
        }
        if (!value.matches("\\d{1,6}")) {
            throw Refused.missing(name);
        }
        return Math.clamp(Integer.parseInt(value), 1, most);
    }

    /** A number that may have come as a JSON number or as text. */
    static long number(JsonNode node, String name) {
        JsonNode value = node.get(name);
        String text = value == null ? "" : value.asString("");
        if (!text.matches("\\d{1,19}(\\.0)?")) {
            throw Refused.missing(name);
        }
        return Long.parseLong(text.replace(".0", ""));
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? "" : value.asString("");
    }
}
