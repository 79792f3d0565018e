package io.sampan.simulators.taobaoglobal;

import io.sampan.simulators.seller.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a family of APIs wraps what it says. Source: docs/sources/taobaoglobal.md "Three envelopes". */
enum Envelope {
    TRAFFIC {
        @Override
        Map<String, @Nullable Object> wrap(
                boolean success, @Nullable String code, @Nullable String message, @Nullable Object data) {
            return Fields.of("biz_error_code", code, "biz_error_msg", message, "data", data);
        }
    },
    ORDER {
        @Override
        Map<String, @Nullable Object> wrap(
                boolean success, @Nullable String code, @Nullable String message, @Nullable Object data) {
            return Fields.of("success", success, "error_code", code, "error_msg", message, "data", data);
        }
    },
    RESULT {
        @Override
        Map<String, @Nullable Object> wrap(
                boolean success, @Nullable String code, @Nullable String message, @Nullable Object data) {
            return Fields.of(
                    "result",
                    Fields.of(
                            "success", success,
                            "error_code", code,
                            "error_msg", message,
                            "inner_error_msg", null,
                            "data", data));
        }
    },
    /** Tokens stand at the top. */
    BARE {
        @Override
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> wrap(
                boolean success, @Nullable String code, @Nullable String message, @Nullable Object data) {
            return data instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Fields.of();
        }
    };

    abstract Map<String, @Nullable Object> wrap(
            boolean success, @Nullable String code, @Nullable String message, @Nullable Object data);
}
