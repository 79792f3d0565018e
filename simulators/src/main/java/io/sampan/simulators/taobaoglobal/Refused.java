package io.sampan.simulators.taobaoglobal;

/** The gateway's refusal, or an API's: which of both the envelope decides. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final String code;
    final boolean byGateway;

    private Refused(String code, String message, boolean byGateway) {
        super(message);
        this.code = code;
        this.byGateway = byGateway;
    }

    static Refused gateway(String code, String message) {
        return new Refused(code, message, true);
    }

    static Refused business(String code, String message) {
        return new Refused(code, message, false);
    }

    static Refused missing(String parameter) {
        return gateway("MissingParameter", "The input parameter \"" + parameter + "\" is missing or cannot be read");
    }
}
