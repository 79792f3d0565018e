/** The papers of an order: what it cost, what was paid on top and what was given back, each under a number of its own without gaps. */
@ApplicationModule(
        id = "invoice",
        allowedDependencies = {"amount", "database", "ordering", "payment"})
@NullMarked
package io.sampan.buy.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
