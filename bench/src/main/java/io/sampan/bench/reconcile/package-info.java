/** A whole shop in its tables, as years of business leave it, and the faults that years of business bring. */
@NullMarked
package io.sampan.bench.reconcile;

import org.jspecify.annotations.NullMarked;
