/** A population of shoppers whose tastes in paying nobody but they know. */
@NullMarked
package io.sampan.bench.paychoice;

import org.jspecify.annotations.NullMarked;
