/** The marketplaces' offers, orders and parcels in our words, with what each connector can do declared. */
@ApplicationModule(
        id = "marketplace",
        allowedDependencies = {"amount", "credentials", "database", "wire"})
@NullMarked
package io.sampan.outside.marketplace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
