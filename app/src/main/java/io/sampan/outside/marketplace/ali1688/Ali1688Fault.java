package io.sampan.outside.marketplace.ali1688;

import io.sampan.outside.wire.LooseJson;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal in 1688's own words.
 *
 * @param code such as {@code 500_004} or {@code gw.QosAppFrequencyLimit}; never empty
 */
record Ali1688Fault(String code, String words) {
    enum Kind {
        /** We ask too often. */
        LIMITED,
        /** Token expired or unknown. */
        UNAUTHORISED,
        /** Our settings or permissions are wrong: an operator's matter, not the order's. */
        NOT_ALLOWED,
        /** The variant cannot be had: no stock, or no longer sold at all. */
        SOLD_OUT,
        MISSING,
        REFUSED
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("gw.QosAppFrequencyLimit", Kind.LIMITED),
            Map.entry("401", Kind.UNAUTHORISED),
            Map.entry("gw.SignatureInvalid", Kind.NOT_ALLOWED),
            Map.entry("gw.APIUnsupported", Kind.NOT_ALLOWED),
            Map.entry("gw.APIACLDecline", Kind.NOT_ALLOWED),
            Map.entry("gw.ParamMissing", Kind.NOT_ALLOWED),
            Map.entry("500_001", Kind.SOLD_OUT),
            Map.entry("500_003", Kind.SOLD_OUT),
            Map.entry("500_004", Kind.SOLD_OUT),
            Map.entry("404", Kind.MISSING),
            Map.entry("500_2", Kind.MISSING),
            Map.entry("order.nopermission.buyer", Kind.MISSING));

    Kind kind() {
        var known = KINDS.get(code);
        if (known != null) {
            return known;
        }
        if (code.contains("NOT_EXIST")) {
            return Kind.MISSING;
        }
        return code.startsWith("gw.Qos") ? Kind.LIMITED : Kind.REFUSED;
    }

    /** The gateway's own envelope, which APIs never use. */
    static Optional<Ali1688Fault> ofGateway(LooseJson json) {
        return json.words("error_code").map(code -> new Ali1688Fault(code, json.text("error_message")));
    }

    /**
     * The refusal at one level of an API's answer: its {@code success} is not true, or it has an error code. Fields are named differently from
     * API to API.
     */
    static Optional<Ali1688Fault> ofApi(LooseJson level) {
        boolean failed = level.words("success").isPresent() && !level.yes("success");
        var code = level.words("errorCode").or(() -> failed ? level.words("code") : Optional.empty());
        if (!failed && code.isEmpty()) {
            return Optional.empty();
        }
        var words = level.words("errorMsg")
                .or(() -> level.words("errorMessage"))
                .or(() -> level.words("message"))
                .orElse("");
        return Optional.of(new Ali1688Fault(code.orElse("unnamed"), words));
    }

    /** Whether the gateway surely stopped us before anything was done; of codes that we do not know, nobody can say so. */
    boolean stoppedBefore() {
        return switch (kind()) {
            case LIMITED, UNAUTHORISED, NOT_ALLOWED -> true;
            case SOLD_OUT, MISSING, REFUSED -> false;
        };
    }

    String line() {
        return code + " " + words;
    }
}
