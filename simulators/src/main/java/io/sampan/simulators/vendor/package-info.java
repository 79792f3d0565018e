/**
 * A seller of other people's data in OneBound's style, as docs/sources/vendor.md describes it: no signature, a credit that
 * runs out, answers that may be hours old, and shapes that differ from item to item.
 */
@org.jspecify.annotations.NullMarked
package io.sampan.simulators.vendor;
