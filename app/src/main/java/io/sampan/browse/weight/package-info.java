/**
 * What goods weigh and measure: learnt by category, shop and item from what the warehouse weighed; a seller's own figure is evidence, not truth.
 *
 * <p>A shop is believed as far as its figures turned out to be right.
 */
@ApplicationModule(
        id = "weight",
        allowedDependencies = {"database", "marketplace", "rulebook"})
@NullMarked
package io.sampan.browse.weight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
