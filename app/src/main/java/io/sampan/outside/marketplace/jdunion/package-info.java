/** JD's goods and prices, looked at through its affiliate programme (京东联盟). Facts: docs/sources/jdunion.md. */
@NullMarked
package io.sampan.outside.marketplace.jdunion;

import org.jspecify.annotations.NullMarked;
