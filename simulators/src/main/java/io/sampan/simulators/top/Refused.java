package io.sampan.simulators.top;

/** A call that is answered with an {@code error_response}. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final Problem problem;
    final String subCode;
    final String detail;

    private Refused(Problem problem, String detail, String subCode, String subMessage) {
        super(subMessage);
        this.problem = problem;
        this.detail = detail;
        this.subCode = subCode;
    }

    /** By the gateway, without a sub code. */
    static Refused gateway(Problem problem) {
        return new Refused(problem, "", "", "");
    }

    /** By the gateway, with a sub code. */
    static Refused gateway(Problem problem, String subCode, String subMessage) {
        return new Refused(problem, "", subCode, subMessage);
    }

    /** A parameter that must be there and is not. */
    public static Refused missing(String parameter) {
        return new Refused(Problem.MISSING_ARGUMENTS, ":" + parameter, "isv.missing-parameter", parameter);
    }

    /** A parameter that cannot be read or is out of range. */
    public static Refused invalid(String parameter) {
        return new Refused(Problem.INVALID_ARGUMENTS, ":" + parameter, "isv.invalid-parameter", parameter);
    }

    /** By the service behind the gateway, for good: {@code isv.…}. */
    public static Refused business(String subCode, String subMessage) {
        return new Refused(Problem.REMOTE_SERVICE, "", subCode, subMessage);
    }

    /** The service behind the gateway did not answer in time; whether it did its work is not known. */
    public static Refused timedOut() {
        return new Refused(Problem.REMOTE_SERVICE, "", "isp.remote-service-timeout", "调用后端服务超时");
    }
}
