package io.sampan.outside.marketplace.jdunion;

import io.sampan.outside.wire.LooseJson;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A refusal in JD Union's own words. Nothing is bought there, so that all it means is when to look again.
 *
 * @param code of the gateway, or of the result in the string; never empty
 */
record JdUnionFault(String code, String words) {
    /** Told by one side only, and so read by its words as well. Source: docs/sources/jdunion.md "Errors". */
    private static final String TOO_OFTEN = "超限";

    /** Settings and permissions that an operator has to mend: app key, signature, method, permission. */
    private static final Set<String> OPERATORS = Set.of("1", "10", "12", "403");

    private static final String WANTS_ITEM_ID = "411";

    /** The gateway's own envelope, or the outer level of an API's answer. */
    static Optional<JdUnionFault> ofGateway(LooseJson json, LooseJson node) {
        return of(json.at("error_response"), "")
                .or(() -> json.words("errorMessage").map(words -> new JdUnionFault(code(json), words)))
                .or(() -> of(node, "0"));
    }

    private static Optional<JdUnionFault> of(LooseJson level, String success) {
        return level.words("code")
                .filter(code -> !code.equals(success))
                .map(code -> new JdUnionFault(code, level.words("zh_desc").orElse(level.text("en_desc"))));
    }

    private static String code(LooseJson json) {
        return json.words("code").orElse("unnamed");
    }

    /** What is in the string has a code of its own. */
    static Optional<JdUnionFault> ofResult(LooseJson result) {
        return code(result).equals("200")
                ? Optional.empty()
                : Optional.of(new JdUnionFault(code(result), result.text("message")));
    }

    /** Whether goods must be asked for by the programme's own ids here, and not by SKU. */
    boolean wantsItemId() {
        return code.equals(WANTS_ITEM_ID);
    }

    boolean isTooOften() {
        return words.contains(TOO_OFTEN);
    }

    Duration pause() {
        if (isTooOften()) {
            return Duration.ofSeconds(10);
        }
        return OPERATORS.contains(code) ? Duration.ofMinutes(10) : Duration.ofMinutes(2);
    }

    String line() {
        return code + " " + words;
    }
}
