package io.sampan.simulators.vendor;

/** An answer without data: code, the error's name, and the reason in words. */
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;
    final String code;
    final String error;

    Failed(String code, String error, String reason) {
        super(reason);
        this.code = code;
        this.error = error;
    }
}
