/** A population of shoppers of whom nobody knows how they weigh money against days. */
@NullMarked
package io.sampan.bench.shipchoice;

import org.jspecify.annotations.NullMarked;
