/**
 * Marketplaces as a seller of other people's data shows them, each through a connector of its own under one name. Which vendor it is, says a file of
 * places. Facts: docs/sources/vendor.md.
 */
@NullMarked
package io.sampan.outside.marketplace.vendor;

import org.jspecify.annotations.NullMarked;
