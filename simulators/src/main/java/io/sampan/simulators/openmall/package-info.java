/**
 * OpenMall, the buyer's flow on TOP, as docs/sources/openmall.md describes it: a pool of Taobao's goods, one trade for one
 * SKU at an expected fee, agreement pay, refunds, and messages that the client fetches.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.openmall;
