/**
 * One canonical product for many marketplaces' offers, with its history and only prices that are believed; whoever derives something from products
 * follows its changes.
 */
@ApplicationModule(
        id = "catalog",
        allowedDependencies = {"database", "amount", "exchange", "identity", "marketplace"})
@NullMarked
package io.sampan.browse.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
