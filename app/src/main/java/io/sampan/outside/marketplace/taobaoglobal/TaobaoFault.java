package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.outside.wire.LooseJson;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A refusal in Taobao Global's own words. Its list of business codes is not published, so they are judged by the words in them.
 *
 * @param code such as {@code ApiCallLimit} or {@code PURCHASE_AMOUNT_NOT_MATCH}; never empty
 * @param ofGateway whether the gateway refused rather than the API behind it
 */
record TaobaoFault(String code, String words, boolean ofGateway) {
    enum Kind {
        /** We ask too often. */
        LIMITED,
        /** Token expired or unknown. */
        UNAUTHORISED,
        /** Our settings or permissions are wrong: an operator's matter, not the order's. */
        NOT_ALLOWED,
        SOLD_OUT,
        MISSING,
        PRICE_MOVED,
        /** Their own machine failed on the way: it may have been done. */
        UNCLEAR,
        REFUSED
    }

    private static final Map<String, Kind> OF_GATEWAY = Map.of(
            "ApiCallLimit", Kind.LIMITED,
            "IllegalAccessToken", Kind.UNAUTHORISED,
            "IncompleteSignature", Kind.NOT_ALLOWED,
            "IllegalTimestamp", Kind.NOT_ALLOWED,
            "InvalidApiPath", Kind.NOT_ALLOWED,
            "MissingParameter", Kind.NOT_ALLOWED,
            "InsufficientPermission", Kind.NOT_ALLOWED,
            "InvalidAppKey", Kind.NOT_ALLOWED);

    private static final Pattern BAN = Pattern.compile("last (?:for )?(\\d{1,6}) (?:more )?second");

    Kind kind() {
        var known = OF_GATEWAY.get(code);
        if (known != null) {
            return known;
        }
        if (code.contains("SYSTEM") || code.contains("TIMEOUT")) {
            return Kind.UNCLEAR;
        }
        if (code.contains("NOT_EXIST") || code.contains("NOT_FOUND") || code.contains("OFFLINE")) {
            return Kind.MISSING;
        }
        if (code.contains("STOCK") || code.contains("INVENTORY")) {
            return Kind.SOLD_OUT;
        }
        return code.contains("AMOUNT_NOT_MATCH") || code.contains("PRICE") ? Kind.PRICE_MOVED : Kind.REFUSED;
    }

    /** Whether the gateway surely stopped us before anything was done. */
    boolean stoppedBefore() {
        return OF_GATEWAY.containsKey(code);
    }

    /** For how many seconds the gateway says that it will not listen. */
    Optional<Long> banSeconds() {
        var ban = BAN.matcher(words);
        return ban.find() ? Optional.of(Long.valueOf(ban.group(1))) : Optional.empty();
    }

    /** The gateway's envelope: a code that is not 0. */
    static Optional<TaobaoFault> gateways(LooseJson json) {
        return json.words("code")
                .filter(code -> !code.equals("0"))
                .map(code -> new TaobaoFault(code, json.text("message"), true));
    }

    /** The refusal in any of the three envelopes of APIs. Source: docs/sources/taobaoglobal.md. */
    static Optional<TaobaoFault> apis(LooseJson json) {
        return Stream.of(json, json.at("result"))
                .flatMap(level -> ofLevel(level).stream())
                .findFirst();
    }

    private static Optional<TaobaoFault> ofLevel(LooseJson level) {
        boolean failed = level.words("success").isPresent() && !level.yes("success");
        var code = level.words("biz_error_code").or(() -> level.words("error_code"));
        if (!failed && code.isEmpty()) {
            return Optional.empty();
        }
        var words =
                level.words("biz_error_msg").or(() -> level.words("error_msg")).orElse("");
        return Optional.of(new TaobaoFault(code.orElse("unnamed"), words, false));
    }

    String line() {
        return code + " " + words;
    }
}
