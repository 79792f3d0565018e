/** The simulated world as seen from outside: its clock, its books, its acts and its faults. */
@org.jspecify.annotations.NullMarked
package io.sampan.bench.world;
