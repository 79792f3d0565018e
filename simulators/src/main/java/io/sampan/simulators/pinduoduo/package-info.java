/**
 * Pinduoduo's DDK, its affiliate programme, as docs/sources/pinduoduo.md describes it: goods known by {@code goods_sign}, prices of a
 * group and alone in fen, links, and the orders of whoever followed them. No SKUs, no stock, no buying.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.pinduoduo;
