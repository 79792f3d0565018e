package io.sampan.simulators.kernel;

/**
 * One armed fault.
 *
 * @param service   the service's name, or "*" for any
 * @param operation a part of the operation's name, in any case, or "*" for any
 * @param kind      what goes wrong
 * @param count     how many more times it strikes, 1 to {@link Faults#COUNT_LIMIT}
 * @param millis    for delays: how long, 0 to {@link Faults#DELAY_LIMIT_MILLIS}
 * @param factor    for moved prices: the new price in percent of the old; for errors: the status; otherwise unused
 */
public record Fault(String service, String operation, FaultKind kind, int count, long millis, int factor) {

    public Fault {
        if (service.isBlank() || operation.isBlank()) {
            throw new IllegalArgumentException("A fault needs a service and an operation, or * for any");
        }
        if (count < 1 || count > Faults.COUNT_LIMIT) {
            throw new IllegalArgumentException("count: 1 to " + Faults.COUNT_LIMIT);
        }
        if (millis < 0 || millis > Faults.DELAY_LIMIT_MILLIS) {
            throw new IllegalArgumentException("millis: 0 to " + Faults.DELAY_LIMIT_MILLIS);
        }
        if (factor < 0 || factor > 10_000) {
            throw new IllegalArgumentException("factor: 0 to 10000");
        }
    }

    /** A fault that strikes once. */
    public static Fault once(String service, String operation, FaultKind kind) {
        return new Fault(service, operation, kind, 1, 0, 0);
    }

    boolean strikes(String atService, String atOperation, FaultKind asked) {
        return kind == asked
                && (service.equals("*") || service.equals(atService))
                && (operation.equals("*")
                        || atOperation
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(operation.toLowerCase(java.util.Locale.ROOT)));
    }
}
