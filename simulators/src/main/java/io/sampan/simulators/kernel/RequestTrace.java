package io.sampan.simulators.kernel;

import java.time.Instant;

/**
 * One request as the control page lists it.
 *
 * @param at     real or world time of the question, as the service was set up
 * @param status the status that was sent, 0 when the connection was dropped
 * @param millis how long it took
 * @param fault  the fault that struck, or empty
 */
public record RequestTrace(Instant at, String method, String path, int status, long millis, String fault) {}
