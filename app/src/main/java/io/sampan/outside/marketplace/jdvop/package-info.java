/** JD, bought through its enterprise purchase (京东 VOP). Facts: docs/sources/jdvop.md. */
@NullMarked
package io.sampan.outside.marketplace.jdvop;

import org.jspecify.annotations.NullMarked;
