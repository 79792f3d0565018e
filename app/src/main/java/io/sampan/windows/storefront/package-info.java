/** The shop that shoppers see: finding, the price at the door, cart, checkout, orders, account. */
@ApplicationModule(
        id = "storefront",
        allowedDependencies = {
            "amount",
            "carrier",
            "catalog",
            "exchange",
            "frame",
            "freshness",
            "identity",
            "landedcost",
            "language",
            "marketplace",
            "search"
        })
@NullMarked
package io.sampan.windows.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
