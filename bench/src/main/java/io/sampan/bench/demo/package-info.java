/** Makes the demo world's people and orders by using the shop as people do. */
@org.jspecify.annotations.NullMarked
package io.sampan.bench.demo;
