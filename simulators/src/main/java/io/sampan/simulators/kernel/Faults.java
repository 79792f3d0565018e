package io.sampan.simulators.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fault switch: what is armed, in the order of arming. Safe for many threads; a fault strikes exactly count times. */
public final class Faults {
    /** At most so many strikes per fault. */
    public static final int COUNT_LIMIT = 1_000;
    /** At most so long a delay, in milliseconds. */
    public static final long DELAY_LIMIT_MILLIS = 60_000;
    /** At most so many armed faults. */
    public static final int ARMED_LIMIT = 200;

    private final List<Fault> armed = new ArrayList<>();

    /** Arms a fault. Throws {@link IllegalStateException} when {@link #ARMED_LIMIT} are armed already. */
    public synchronized void arm(Fault fault) {
        if (armed.size() >= ARMED_LIMIT) {
            throw new IllegalStateException("At most " + ARMED_LIMIT + " faults are armed at once");
        }
        armed.add(fault);
    }

    /** Uses up one strike of the first fault that fits, if one is armed. */
    public synchronized Optional<Fault> take(String service, String operation, FaultKind kind) {
        for (int i = 0; i < armed.size(); i++) {
            Fault fault = armed.get(i);
            if (fault.strikes(service, operation, kind)) {
                useUp(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void useUp(int at, Fault fault) {
        if (fault.count() == 1) {
            armed.remove(at);
        } else {
            armed.set(
                    at,
                    new Fault(
                            fault.service(),
                            fault.operation(),
                            fault.kind(),
                            fault.count() - 1,
                            fault.millis(),
                            fault.factor()));
        }
    }

    /** What is armed now. */
    public synchronized List<Fault> armed() {
        return List.copyOf(armed);
    }

    /** Disarms everything. */
    public synchronized void clear() {
        armed.clear();
    }
}
