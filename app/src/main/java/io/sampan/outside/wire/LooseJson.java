package io.sampan.outside.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Other people's JSON, read leniently: numbers and booleans may come as text, documents as text within a document, and anything may be
 * missing. Nothing here throws for what is there or not.
 */
public record LooseJson(JsonNode node) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LooseJson NOTHING = new LooseJson(MissingNode.getInstance());

    /** The document in these bytes, or one where everything is missing when they are no JSON. */
    public static LooseJson of(byte[] utf8) {
        try {
            return new LooseJson(JSON.readTree(utf8));
        } catch (JacksonException broken) {
            return NOTHING;
        }
    }

    /** The document in this text, or one where everything is missing. */
    public static LooseJson of(String text) {
        try {
            return text.isBlank() ? NOTHING : new LooseJson(JSON.readTree(text));
        } catch (JacksonException broken) {
            return NOTHING;
        }
    }

    /** JSON text of maps, lists, texts, numbers and booleans, as many platforms want it inside a form field. */
    public static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** What lies under these names, one within the other; a text that holds a document is opened. */
    public LooseJson at(String... names) {
        var here = node;
        for (var name : names) {
            here = opened(here).path(name);
        }
        return new LooseJson(opened(here));
    }

    /** Whether there is something, other than null. */
    public boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** A text, or a number or boolean as it was written; empty when missing. Ids keep all their digits. */
    public String text(String name) {
        var value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    /** {@link #text} if it is not blank. */
    public Optional<String> words(String name) {
        return Optional.of(text(name).strip()).filter(text -> !text.isEmpty());
    }

    /** A decimal number, as number or text. */
    public Optional<BigDecimal> decimal(String name) {
        try {
            return words(name).map(BigDecimal::new);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** A whole number, as number or text; decimals are cut off. */
    public Optional<Long> whole(String name) {
        return decimal(name).map(BigDecimal::longValue);
    }

    /** True for {@code true}, "true", "TRUE" and 1. */
    public boolean yes(String name) {
        var text = text(name);
        return text.equalsIgnoreCase("true") || text.equals("1");
    }

    /** The elements of a list, which may itself be a text; empty when missing or no list. */
    public List<LooseJson> list(String name) {
        var list = opened(node.path(name));
        return list.isArray() ? list.valueStream().map(LooseJson::new).toList() : List.of();
    }

    /** The texts of a list of texts or numbers. */
    public List<String> texts(String name) {
        return list(name).stream()
                .map(LooseJson::node)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString)
                .toList();
    }

    private static JsonNode opened(JsonNode node) {
        if (!node.isString()) {
            return node;
        }
        var inner = of(node.asString()).node();
        return inner.isContainer() ? inner : node;
    }
}
