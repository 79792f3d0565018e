/** 1688, bought through Alibaba's cross-border purchasing interface (跨境代采). Facts: docs/sources/1688.md. */
@NullMarked
package io.sampan.outside.marketplace.ali1688;

import org.jspecify.annotations.NullMarked;
