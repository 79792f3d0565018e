package io.sampan.simulators.top;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Html;
import io.sampan.simulators.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a reply is written: XML, JSON or simplified JSON. A field without a value is left out in all of them.
 *
 * @param xml             XML rather than JSON
 * @param simplify        JSON without the root and the wrappers of lists
 * @param emptyListAbsent see {@link TopSettings#emptyListAbsent}
 */
record Wire(boolean xml, boolean simplify, boolean emptyListAbsent) {
    static final String ERROR_ROOT = "error_response";

    Answer answer(String root, Map<String, @Nullable Object> body) {
        if (xml) {
            var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" ?>");
            element(out, root, body);
            return Answer.of(200, "text/xml;charset=UTF-8", out.toString().getBytes(StandardCharsets.UTF_8));
        }
        Map<String, Object> plain = plain(body);
        boolean bare = simplify && !root.equals(ERROR_ROOT);
        return Answer.of(200, "application/json;charset=UTF-8", Json.bytes(bare ? plain : Map.of(root, plain)));
    }

    private Map<String, Object> plain(Map<?, ?> map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value != null && !leftOut(value)) {
                plain.put(String.valueOf(name), value(value));
            }
        });
        return plain;
    }

    private boolean leftOut(Object value) {
        return value instanceof Rows rows && rows.items().isEmpty() && emptyListAbsent;
    }

    private Object value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return plain(map);
        }
        if (value instanceof Rows rows) {
            List<Object> items = rows.items().stream().map(this::value).toList();
            return simplify ? items : items.isEmpty() ? Map.of() : Map.of(rows.type(), items);
        }
        return value;
    }

    private void element(StringBuilder out, String name, @Nullable Object value) {
        if (value == null || leftOut(value)) {
            return;
        }
        out.append('<').append(name).append(value instanceof Rows ? " list=\"true\">" : ">");
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> element(out, String.valueOf(key), inner));
        } else if (value instanceof Rows rows) {
            rows.items().forEach(item -> element(out, rows.type(), item));
        } else {
            out.append(Html.escape(value));
        }
        out.append("</").append(name).append('>');
    }
}
