package io.sampan.simulators.ali1688;

/** The gateway's refusal: HTTP 400 with error_code and error_message. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final String code;

    Refused(String code, String message) {
        super(message);
        this.code = code;
    }

    static Refused missing(String parameter) {
        return new Refused("gw.ParamMissing", "Parameter " + parameter + " is missing or cannot be read");
    }
}
