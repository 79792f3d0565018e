/** Benchmarks of speed, loss and quality. Each prints a table for people and one JSON line for programs. */
@org.jspecify.annotations.NullMarked
package io.sampan.bench;
