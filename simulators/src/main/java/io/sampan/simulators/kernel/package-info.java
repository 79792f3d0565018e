/**
 * What every simulated service stands on: HTTP on loopback, a world clock that can be moved, faults that can be armed,
 * signed pushes and books that survive a restart. Nothing here knows any service.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.kernel;
