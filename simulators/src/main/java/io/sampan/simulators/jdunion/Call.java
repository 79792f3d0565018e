package io.sampan.simulators.jdunion;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The business parameters of a call: one JSON object. */
record Call(JsonNode body) {
    private static final String NUMBER = "\\d{1,18}";

    /** The object of a name, such as {@code goodsReqDTO}. */
    Call in(String name) {
        JsonNode node = body.get(name);
        if (node == null || !node.isObject()) {
            throw Refused.parameter(name);
        }
        return new Call(node);
    }

    boolean has(String name) {
        JsonNode node = body.get(name);
        return node != null
                && !node.isNull()
                && !(node.isString() && node.asString().isBlank());
    }

    String text(String name) {
        return has(name) ? body.get(name).asString("") : "";
    }

    long number(String name, long usual) {
        if (!has(name)) {
            return usual;
        }
        if (!text(name).matches(NUMBER)) {
            throw Refused.parameter(name);
        }
        return Long.parseLong(text(name));
    }

    /** Fen of a number of yuan. */
    long fen(String name, long usual) {
        if (!has(name)) {
            return usual;
        }
        if (!text(name).matches("\\d{1,9}(\\.\\d{1,4})?")) {
            throw Refused.parameter(name);
        }
        return Math.round(Double.parseDouble(text(name)) * 100);
    }

    /** Numbers as a JSON list, or in one string with commas; at most so many. */
    List<Long> numbers(String name, int most) {
        List<String> texts = new ArrayList<>();
        JsonNode node = body.get(name);
        if (node != null && node.isArray()) {
            node.forEach(one -> texts.add(one.asString("")));
        } else {
            texts.addAll(List.of(text(name).split(",")));
        }
        if (texts.size() > most || !texts.stream().allMatch(text -> text.strip().matches(NUMBER))) {
            throw Refused.parameter(name);
        }
        return texts.stream().map(text -> Long.parseLong(text.strip())).toList();
    }
}
