package io.sampan.outside.marketplace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One field of a reply, or the same field of every element of its lists.
 *
 * @param names one within the other; {@link #EACH} for all elements of a list. A document in a text is gone into as if it stood there itself
 */
record Field(List<String> names) {
    static final String EACH = "[]";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    /** What is done to it. */
    enum How {
        /** Another value of its kind. */
        CHANGED,
        /** Not there at all. */
        LEFT_OUT
    }

    Field {
        names = List.copyOf(names);
    }

    /** All fields of a reply that hold a value, with what kind of value that is. */
    static Map<Field, String> all(JsonNode reply) {
        var found = new LinkedHashMap<Field, String>();
        walk(reply, List.of(), found);
        return found;
    }

    private static void walk(JsonNode node, List<String> names, Map<Field, String> found) {
        var inner = opened(node);
        if (inner.isObject()) {
            inner.propertyStream().forEach(one -> walk(one.getValue(), with(names, one.getKey()), found));
        } else if (inner.isArray()) {
            inner.valueStream().forEach(one -> walk(one, with(names, EACH), found));
        } else if (!inner.isNull()) {
            found.putIfAbsent(new Field(names), inner.getNodeType().name());
        }
    }

    private static List<String> with(List<String> names, String name) {
        var more = new ArrayList<>(names);
        more.add(name);
        return more;
    }

    /** The reply with this field altered wherever it is. */
    JsonNode in(JsonNode reply, How how) {
        return in(reply, 0, how);
    }

    private JsonNode in(JsonNode node, int depth, How how) {
        if (depth == names.size()) {
            return changed(node);
        }
        var inner = opened(node);
        var name = names.get(depth);
        boolean leftOut = how == How.LEFT_OUT && depth == names.size() - 1;
        JsonNode altered;
        if (name.equals(EACH) && inner.isArray()) {
            var list = MAKE.arrayNode();
            inner.valueStream().filter(one -> !leftOut).forEach(one -> list.add(in(one, depth + 1, how)));
            altered = list;
        } else if (inner.isObject() && inner.has(name)) {
            var object = MAKE.objectNode();
            inner.propertyStream()
                    .filter(one -> !(leftOut && one.getKey().equals(name)))
                    .forEach(one -> object.set(
                            one.getKey(),
                            one.getKey().equals(name) ? in(one.getValue(), depth + 1, how) : one.getValue()));
            altered = object;
        } else {
            return node;
        }
        return node.isString() ? MAKE.stringNode(JSON.writeValueAsString(altered)) : altered;
    }

    private static JsonNode changed(JsonNode node) {
        if (node.isBoolean()) {
            return MAKE.booleanNode(!node.asBoolean());
        }
        if (node.isNumber()) {
            return MAKE.numberNode(node.decimalValue().add(BigDecimal.ONE));
        }
        if (node.isNull()) {
            return node;
        }
        var text = node.asString();
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return MAKE.stringNode(Boolean.toString(!Boolean.parseBoolean(text)));
        }
        boolean number = text.matches("-?\\d{1,30}(\\.\\d{1,9})?");
        return MAKE.stringNode(number ? new BigDecimal(text).add(BigDecimal.ONE).toPlainString() : text + "~");
    }

    private static JsonNode opened(JsonNode node) {
        if (!node.isString() || !node.asString().matches("(?s)\\s*[\\[{].*")) {
            return node;
        }
        try {
            var inner = JSON.readTree(node.asString());
            return inner.isContainer() ? inner : node;
        } catch (JacksonException text) {
            return node;
        }
    }

    @Override
    public String toString() {
        return String.join(".", names).replace("." + EACH, EACH);
    }
}
