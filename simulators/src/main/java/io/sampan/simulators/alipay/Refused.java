package io.sampan.simulators.alipay;

/** A refusal as Alipay tells it. Source: docs/sources/alipay.md "Errors". */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final String code;
    final String words;
    final String message;
    final String subCode;

    private Refused(String code, String message, String subCode, String words) {
        super(words);
        this.words = words;
        this.code = code;
        this.message = message;
        this.subCode = subCode;
    }

    static Refused business(String subCode, String words) {
        return new Refused("40004", "Business Failed", subCode, words);
    }

    static Refused argument(String subCode, String words) {
        return new Refused("40002", "Invalid Arguments", subCode, words);
    }

    static Refused missing(String subCode, String words) {
        return new Refused("40001", "Missing Required Arguments", subCode, words);
    }

    static Refused unavailable() {
        return new Refused("20000", "Service Currently Unavailable", "isp.unknow-error", "系统繁忙");
    }
}
