package io.sampan.simulators.wechatpay;

/** A refusal as WeChat Pay tells it: an HTTP status, a code and words. Source: docs/sources/wechatpay.md "Errors". */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int status;
    final String code;
    final String words;

    Refused(int status, String code, String words) {
        super(words);
        this.words = words;
        this.status = status;
        this.code = code;
    }

    static Refused parameter(String words) {
        return new Refused(400, "PARAM_ERROR", words);
    }
}
