/** Carts and orders: a cart becomes an order at a frozen price, and an order has one sealed state from click to delivered. */
@ApplicationModule(
        id = "ordering",
        allowedDependencies = {
            "amount",
            "catalog",
            "carrier",
            "database",
            "freshness",
            "identity",
            "installation",
            "landedcost",
            "ledger",
            "marketplace",
            "payment"
        })
@NullMarked
package io.sampan.buy.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
