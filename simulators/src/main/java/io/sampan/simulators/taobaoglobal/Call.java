package io.sampan.simulators.taobaoglobal;

import io.sampan.simulators.kernel.Json;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One call's flat fields; nested values are JSON in a string. */
record Call(Map<String, String> fields) {

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    String needed(String name) {
        if (text(name).isBlank()) {
            throw Refused.missing(name);
        }
        return text(name);
    }

    long number(String name) {
        if (!text(name).matches("\\d{1,18}")) {
            throw Refused.missing(name);
        }
        return Long.parseLong(text(name));
    }

    int number(String name, int usual, int most) {
        return text(name).isBlank() ? usual : (int) Math.clamp(number(name), 1, most);
    }

    JsonNode list(String name) {
        try {
            JsonNode node = Json.tree(needed(name));
            if (node.isArray() && !node.isEmpty()) {
                return node;
            }
        } catch (JacksonException e) {
            throw Refused.missing(name);
        }
        throw Refused.missing(name);
    }

    JsonNode object(String name) {
        try {
            return Json.tree(needed(name));
        } catch (JacksonException e) {
            throw Refused.missing(name);
        }
    }

    static long number(JsonNode node, String name) {
        String text = text(node, name);
        if (!text.matches("\\d{1,18}")) {
            throw Refused.missing(name);
        }
        return Long.parseLong(text);
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? "" : value.asString("");
    }
}
