/** Goods whose true weights and sizes nobody but the scales know, and what a guaranteed price for them costs. */
@NullMarked
package io.sampan.bench.guarantee;

import org.jspecify.annotations.NullMarked;
