package io.sampan.simulators.ali1688;

/** A business refusal, such as 500_004 out of stock; it travels inside a 200. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    final String code;
    final String offerId;
    final String specId;

    Problem(String code, String message, String offerId, String specId) {
        super(message);
        this.code = code;
        this.offerId = offerId;
        this.specId = specId;
    }

    Problem(String code, String message) {
        this(code, message, "", "");
    }
}
