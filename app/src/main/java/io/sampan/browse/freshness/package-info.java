/**
 * Which offer to look at again next, under each marketplace's quota: at once when a shopper needs it, soon when the marketplace says that it changed,
 * and by itself for what is looked at most and was checked longest ago.
 */
@ApplicationModule(
        id = "freshness",
        allowedDependencies = {"database", "marketplace", "catalog"})
@NullMarked
package io.sampan.browse.freshness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
