/**
 * JD VOP, where enterprises buy from JD, as docs/sources/jdvop.md describes it: a signed password grant, calls with a token alone,
 * SKUs without products, orders that are reserved, confirmed, paid from a balance and split, and messages that are polled.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.jdvop;
