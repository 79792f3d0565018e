/**
 * TBK, Taobao's affiliate programme on TOP, as docs/sources/tbk.md describes it: search and prices without SKUs, stock or
 * buying; prices that mislead; share tokens and short links.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.tbk;
