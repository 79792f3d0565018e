package io.sampan.simulators.pinduoduo;

/** A refusal, told as {@code error_response}. Source: docs/sources/pinduoduo.md "Errors". */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int code;
    final String subCode;
    final String subMessage;

    Refused(int code, String message) {
        this(code, message, String.valueOf(code), message);
    }

    Refused(int code, String message, String subCode, String subMessage) {
        super(message);
        this.code = code;
        this.subCode = subCode;
        this.subMessage = subMessage;
    }

    static Refused parameter(String name) {
        return new Refused(10000, "参数错误", "10000", name + "参数错误");
    }

    static Refused business(String subCode, String words) {
        return new Refused(50001, "业务服务错误", subCode, words);
    }
}
