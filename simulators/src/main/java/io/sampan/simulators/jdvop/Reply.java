package io.sampan.simulators.jdvop;

import io.sampan.simulators.seller.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** VOP's one envelope. Source: docs/sources/jdvop.md "Envelope". */
record Reply(
        boolean success,
        String code,
        String message,
        @Nullable Object result) {

    static Reply of(@Nullable Object result) {
        return new Reply(true, "0000", "", result);
    }

    static Reply done(String code, String message, @Nullable Object result) {
        return new Reply(true, code, message, result);
    }

    static Reply refused(String code, String message) {
        return new Reply(false, code, message, null);
    }

    Map<String, @Nullable Object> wire() {
        return Fields.of("success", success, "resultMessage", message, "resultCode", code, "result", result);
    }
}
