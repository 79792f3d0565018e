package io.sampan.simulators.jdvop;

/** A call that VOP refuses, with its result code and words. Source: docs/sources/jdvop.md "Result codes". */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final String code;

    Refused(String code, String message) {
        super(message);
        this.code = code;
    }

    static Refused empty(String field) {
        return new Refused("1001", field + "参数为空");
    }

    static Refused badFormat(String field) {
        return new Refused("1002", field + "参数格式不正确");
    }

    static Refused badValue(String field) {
        return new Refused("1003", field + "参数值不正确");
    }
}
