package io.sampan.simulators.jdunion;

/** A refusal by the gateway, or by the API inside its result: which of both decides where it is told. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final String code;
    final String english;
    final boolean byGateway;

    private Refused(String code, String chinese, String english, boolean byGateway) {
        super(chinese);
        this.code = code;
        this.english = english;
        this.byGateway = byGateway;
    }

    /** Told as {@code error_response}. Source: docs/sources/jdunion.md "Errors"; the numbers are guesses. */
    static Refused gateway(String code, String chinese, String english) {
        return new Refused(code, chinese, english, true);
    }

    /** Told as code and message inside the result. */
    static Refused inResult(int code, String message) {
        return new Refused(String.valueOf(code), message, message, false);
    }

    static Refused parameter(String name) {
        return inResult(400, "参数错误：" + name);
    }
}
