/** Pinduoduo's goods and prices, looked at through its affiliate programme (多多进宝, DDK). Facts: docs/sources/pinduoduo.md. */
@NullMarked
package io.sampan.outside.marketplace.pinduoduo;

import org.jspecify.annotations.NullMarked;
