package io.sampan.simulators.top;

/**
 * What TOP refuses a call for. 7, 15 and 27 are documented or seen; the other numbers are from memory, so
 * {@link TopSettings#otherCodes} can say otherwise and no test names them.
 */
public enum Problem {
    APP_CALL_LIMITED(7, "App Call Limited"),
    HTTP_ACTION(9, "Http Action Not Allowed"),
    PERMISSION(11, "Insufficient isv permissions"),
    REMOTE_SERVICE(15, "Remote service error"),
    MISSING_METHOD(21, "Missing Method"),
    INVALID_METHOD(22, "Invalid Method"),
    INVALID_FORMAT(23, "Invalid Format"),
    MISSING_SIGNATURE(24, "Missing Signature"),
    INVALID_SIGNATURE(25, "Invalid signature"),
    MISSING_SESSION(26, "Missing Session"),
    INVALID_SESSION(27, "Invalid session"),
    MISSING_APP_KEY(28, "Missing App Key"),
    INVALID_APP_KEY(29, "Invalid app Key"),
    MISSING_TIMESTAMP(30, "Missing Timestamp"),
    INVALID_TIMESTAMP(31, "Invalid Timestamp"),
    MISSING_VERSION(32, "Missing Version"),
    UNSUPPORTED_VERSION(34, "Unsupported Version"),
    MISSING_ARGUMENTS(40, "Missing required arguments"),
    INVALID_ARGUMENTS(41, "Invalid arguments");

    final int usualCode;
    final String words;

    Problem(int usualCode, String words) {
        this.usualCode = usualCode;
        this.words = words;
    }
}
