package io.sampan.simulators.pinduoduo;

import io.sampan.simulators.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One call's parameters as text; lists are JSON. */
record Call(Map<String, String> parameters) {
    private static final String NUMBER = "\\d{1,18}";

    String text(String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    String needed(String name) {
        if (text(name).isEmpty()) {
            throw Refused.parameter(name);
        }
        return text(name);
    }

    boolean flag(String name) {
        return text(name).equals("true");
    }

    long number(String name) {
        if (!needed(name).matches(NUMBER)) {
            throw Refused.parameter(name);
        }
        return Long.parseLong(text(name));
    }

    /** A number within limits; outside of them it is refused. */
    int number(String name, int usual, int least, int most) {
        long value = text(name).isEmpty() ? usual : number(name);
        if (value < least || value > most) {
            throw Refused.parameter(name);
        }
        return (int) value;
    }

    /** A JSON list; empty when it is not given. */
    List<JsonNode> list(String name) {
        List<JsonNode> list = new ArrayList<>();
        if (text(name).isEmpty()) {
            return list;
        }
        try {
            JsonNode node = Json.tree(text(name));
            if (!node.isArray()) {
                throw Refused.parameter(name);
            }
            node.forEach(list::add);
            return list;
        } catch (JacksonException e) {
            throw Refused.parameter(name);
        }
    }
}
