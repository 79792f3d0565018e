package io.sampan.simulators.kernel;

import java.time.Instant;

/**
 * One try to deliver a push, as the control page lists it.
 *
 * @param at      world time
 * @param attempt 1 for the first try
 * @param outcome the receiver's status, or why there was none
 */
public record PushTrace(Instant at, String service, String topic, int attempt, String outcome) {}
